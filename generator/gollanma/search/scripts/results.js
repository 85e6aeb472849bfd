/* All results: how they are asked for, narrowed and shown. ES2018, no modules. */
(function () {
  "use strict";

  var page = window.gollanmaFound;
  var make = page.make;
  var stage = page.stage;
  var STEP = 10;
  var FEW = 8; // more choices than these stand in a menu

  var view = {
    query: "", across: true, facets: page.none(), turn: 0, shown: 0, total: 0, isDiscreet: false
  };

  function link(url, words) {
    return make("a", { href: page.ways.to(url) }, words);
  }

  function joined(nodes, between) {
    return nodes.reduce(function (all, node, place) {
      return all.concat(place ? [between, node] : [node]);
    }, []);
  }

  function close() {
    view.turn += 1;
    view.query = "";
    stage.close();
  }

  /* --- asking */

  function search(offset, then) {
    var turn = view.turn += 1;
    window.gollanmaSearch.search(view.query, {
      lang: page.lang, across: view.across, facets: view.facets, limit: STEP, offset: offset
    }, function (answer) {
      if (turn === view.turn) { then(answer); }
    });
  }

  /* A search that once found a page with a quick exit gives no link, however it is narrowed. */
  function begin(query, across, facets) {
    view.query = query;
    view.across = across;
    view.facets = facets;
    view.isDiscreet = page.ways.isDiscreet();
  }

  function show(query) {
    begin(page.clean(query), true, page.none());
    renew(function () {
      window.scrollTo({ top: 0, behavior: "instant" });
      stage.place.querySelector("h1").focus({ preventScroll: true });
    });
  }

  function renew(then) {
    page.address.forget();
    search(0, function (answer) {
      stage.open();
      render(answer);
      then();
      stage.status.textContent = page.say("count", { n: answer.total });
    });
  }

  function other(query) {
    page.results.onWords(query);
    show(query);
  }

  function narrow(event) {
    var field = event.target;
    view.facets = chosen();
    renew(function () {
      var same = Array.prototype.filter.call(stage.side.elements, function (each) {
        return each.name === field.name && (each.type !== "checkbox" || each.value === field.value);
      });
      (same[0] || stage.side.querySelector("h2")).focus({ preventScroll: true });
    });
  }

  function chosen() {
    var facets = page.none();
    Array.prototype.forEach.call(stage.side.elements, function (field) {
      if (field.name && field.value && (field.type !== "checkbox" || field.checked)) {
        facets[field.name] = (facets[field.name] || []).concat(field.value);
      }
    });
    return facets;
  }

  function isNarrowed() {
    return Object.keys(view.facets).length > 0;
  }

  /* --- what is shown */

  function render(answer) {
    view.shown = 0;
    view.total = answer.total;
    view.hits = make("ol", { class: "hits" });
    view.end = make("div", { class: "screen" });
    stage.place.textContent = "";
    page.fill(stage.place, [
      head(answer),
      make("h2", { class: "vh" }, page.tell("list")),
      answer.total ? view.hits : nearest(answer),
      view.end
    ]);
    facets(answer);
    add(answer);
  }

  function head(answer) {
    var key = answer.total ? "asked" : "unfound";
    var values = { query: make("b", {}, view.query), n: make("strong", { class: "bignum" }, answer.total) };
    return make("header", { class: "head" }, [
      page.isSearchPage ? "" : make("p", { class: "screen" }, page.button("back", {}, close)),
      make("h1", { tabindex: "-1" }, page.tell("heading")),
      make("p", {}, page.tell(key, values).concat(readings(answer))),
      answer.notice ? make("p", { class: "note note-warn" }, page.noticeOf(answer)) : "",
      suggestion(answer),
      across(answer),
      answer.facets.length ? make("p", { class: "phone screen" }, make("a", { class: "btn", href: "#" + stage.side.id }, page.tell("filters"))) : ""
    ]);
  }

  function readings(answer) {
    if (!answer.readings.length) { return []; }
    var all = answer.readings.map(function (each) { return make("b", {}, each); });
    return [" "].concat(page.tell("readings", { words: page.fill(document.createDocumentFragment(), joined(all, ", ")) }));
  }

  function suggestion(answer) {
    var words = answer.suggestion;
    if (!words) { return ""; }
    var way = make("button", { type: "button", class: "way-on" }, words);
    way.addEventListener("click", function () { other(words); });
    return make("p", { class: "screen" }, page.tell("suggestion", { words: way }));
  }

  function across(answer) {
    var foreign = page.foreign(answer);
    if (view.across && !foreign.length) { return ""; }
    var terms = foreign.map(function (each) {
      return make("span", {}, [make("span", { lang: each.lang }, each.typed), each.label ? " → " + each.label : ""]);
    });
    var turn = make("button", { type: "button", class: "way-on screen" }, page.tell(view.across ? "own" : "other"));
    turn.addEventListener("click", function () {
      view.across = !view.across;
      renew(function () { stage.place.querySelector("h1").focus({ preventScroll: true }); });
    });
    return make("div", { class: "note" }, make("p", {}, (view.across
      ? [make("b", {}, page.tell("across")), " "].concat(joined(terms, " · "), " ")
      : []).concat(turn)));
  }

  function nearest(answer) {
    var terms = answer.nearest.map(function (near) { return make("li", {}, link(near.url, near.title)); });
    terms.push(make("li", {}, make("a", { href: page.ways.terms }, page.tell("terms"))));
    return make("section", {}, [
      make("p", {}, page.say(isNarrowed() ? "narrowed" : "advice")),
      answer.nearest.length ? make("h3", { class: "part" }, page.tell("nearest")) : "",
      make("ul", { class: "links" }, terms)
    ]);
  }

  function hit(result) {
    var heading = result.heading ? make("b", {}, result.heading + ". ") : "";
    var places = result.more.map(function (each) { return link(each.url, each.heading); });
    return make("li", { class: "hit" }, [
      make("p", { class: "tags" }, page.tags(result)),
      make("h3", {}, link(result.url, result.title)),
      result.snippet.length ? make("p", {}, [heading].concat(page.marked(result.snippet))) : "",
      places.length ? make("p", { class: "small soft" }, [page.say("here"), " "].concat(joined(places, " · "))) : "",
      result.why.length ? make("p", { class: "why" }, page.tell("why", { words: result.why.join(", ") })) : ""
    ]);
  }

  function add(answer) {
    var hits = answer.results.map(hit);
    page.fill(view.hits, hits);
    view.shown += hits.length;
    view.isDiscreet = view.isDiscreet || answer.results.some(function (each) { return each.quickExit; });
    if (view.isDiscreet) {
      stage.showExit();
      page.address.forget();
    }
    view.end.textContent = "";
    page.fill(view.end, [more(), view.isDiscreet || !view.total || !page.ways.canBeShared ? "" : page.address.copier(view),
      make("p", { class: "part small soft" }, page.tell("private"))]);
    return hits;
  }

  function more() {
    var left = Math.min(STEP, view.total - view.shown);
    if (left <= 0) { return ""; }
    return make("p", { class: "row part" }, page.button("more", { n: left }, function () {
      search(view.shown, function (answer) {
        var hits = add(answer);
        if (hits.length) { hits[0].querySelector("h3 a").focus(); }
      });
    }, " btn-main"));
  }

  /* --- choices: a box for each, a menu where there are many */

  function facets(answer) {
    var all = answer.facets.filter(function (each) { return each.values.length; });
    stage.side.textContent = "";
    stage.layOut(all.length > 0);
    page.fill(stage.side, [make("h2", { tabindex: "-1" }, page.tell("filters"))].concat(all.map(function (facet) {
      return facet.values.length > FEW ? menu(facet) : boxes(facet);
    }), isNarrowed() ? make("p", { class: "facet" }, page.button("clear", {}, function () {
      view.facets = page.none();
      renew(function () { stage.side.querySelector("h2").focus({ preventScroll: true }); });
    })) : ""));
  }

  function boxes(facet) {
    return make("fieldset", { class: "facet" }, [make("legend", {}, facet.label)].concat(facet.values.map(function (each) {
      var field = make("input", { type: "checkbox", name: facet.name, value: each.value });
      field.checked = each.chosen;
      return make("label", {}, [field, " ", each.label, make("span", {}, each.count)]);
    })));
  }

  function menu(facet) {
    var choice = make("select", { name: facet.name }, [make("option", { value: "" }, page.tell("any"))].concat(facet.values.map(function (each) {
      var option = make("option", { value: each.value }, each.label + " (" + each.count + ")");
      option.selected = each.chosen;
      return option;
    })));
    return make("p", { class: "facet" }, make("label", { class: "facet-menu" }, [make("b", {}, facet.label), choice]));
  }

  /* --- a search that stands in the address: a copied link was opened */

  function openAddress() {
    var found = page.address.read();
    if (!found) { return; }
    page.results.onWords(found.query);
    begin(found.query, found.across, found.facets);
    search(0, function (answer) {
      stage.open();
      render(answer);
    });
  }

  stage.side.addEventListener("change", narrow);
  stage.side.addEventListener("submit", function (event) { event.preventDefault(); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && stage.isOpen() && !page.isSearchPage) { close(); }
  });
  stage.place.addEventListener("click", function (event) {
    var way = event.target.closest("a[href]");
    if (way && way.href.split("#")[0] === window.location.href.split("#")[0]) { close(); }
  });
  window.addEventListener("hashchange", openAddress);

  page.results = { show: show, close: close, openAddress: openAddress, onWords: function () {} };
}());
