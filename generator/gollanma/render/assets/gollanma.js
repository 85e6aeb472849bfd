/* Comforts only: every page reads, leads on and prints without this file. ES2018, no modules. */
(function () {
  "use strict";

  var root = document.documentElement;
  var own = document.currentScript;
  var frame = window.gollanmaFrame;
  var words = frame.words[root.lang];
  var base = own.src.replace(/assets\/[^\/]*$/, ""); // nothing where all is one file

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function make(name, attributes, inside) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (each) { element.setAttribute(each, attributes[each]); });
    [].concat(inside || []).forEach(function (each) { element.append(each); });
    return element;
  }

  function isSeen(element) {
    return element.getClientRects().length > 0;
  }

  /* Paper has no folds: open them for the print and close the same ones afterwards. */
  function openFoldsForPrint() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      opened = all("details:not([open])");
      opened.forEach(function (fold) { fold.open = true; });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (fold) { fold.open = false; });
      opened = [];
    });
  }

  /* The page is gone at once, and "back" does not return to it. */
  function leave(href) {
    root.hidden = true;
    window.location.replace(href);
  }

  function leaveQuickly() {
    document.addEventListener("click", function (event) {
      var way = event.target.closest("a.exit");
      if (way) {
        event.preventDefault();
        page.leave(way.href);
      }
    });
  }

  /* Hands that cannot aim a pointer leave by a key pressed again and again. */
  var LEAVING = {Shift: 3, Escape: 2}; // so often, each within a second of the last

  function leaveByKeys() {
    var key = "", times = 0, then = 0;
    document.addEventListener("keydown", function (event) {
      if (event.repeat) { return; }
      times = event.key === key && event.timeStamp - then < 1000 ? times + 1 : 1;
      key = event.key;
      then = event.timeStamp;
      if (LEAVING[key] === times) {
        all("a.exit").filter(isSeen).slice(0, 1).forEach(function (way) { way.click(); });
      }
    }, true);
  }

  /* What is said of keys and buttons is true only with this script. */
  function showWhatScriptCanDo(within) {
    all(".with-script", within).forEach(function (note) { note.hidden = false; });
  }

  /* A place of a page is copied or printed alone; no clipboard remembers a page that is left quickly. */
  function copied(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "vh";
    document.body.appendChild(field);
    field.select();
    var isDone = document.execCommand("copy"); // works from a folder and in old browsers too
    field.remove();
    return isDone;
  }

  function printAlone(place) {
    var target = place && document.getElementById(place);
    if (!target) { window.print(); return; }
    var marked = [target];
    target.classList.add("alone");
    for (var around = target.parentElement; around.id !== "main"; around = around.parentElement) {
      around.classList.add("around");
      marked.push(around);
    }
    root.classList.add("prints-alone");
    window.addEventListener("afterprint", function () {
      root.classList.remove("prints-alone");
      marked.forEach(function (each) { each.classList.remove("alone", "around"); });
    }, {once: true});
    window.print();
  }

  /* Links to a place in the other languages: the switch above the page knows its addresses. */
  function elsewhere(place) {
    return all(".langs a[lang]").map(function (way) {
      var to = {href: way.href.split("#")[0] + "#" + place, lang: way.lang, hreflang: way.lang};
      return make("a", to, way.textContent);
    });
  }

  function toolsOf(fold, place) {
    var said = words.share;
    var status = make("span", {role: "status"});
    function offer(word, act) {
      var button = make("button", {type: "button"}, word);
      button.addEventListener("click", act);
      return button;
    }
    function offerCopy(word, text) {
      return offer(word, function () {
        if (copied(text())) { status.textContent = said[3]; }
        this.focus();
      });
    }
    var tools = [];
    if (!fold.closest(".has-exit")) {
      if (!own.hasAttribute("data-whole")) { // what is one file has no address for others
        tools.push(offerCopy(said[0], function () {
          return window.location.href.split("#")[0] + (place ? "#" + place : "");
        }));
      }
      tools.push(offerCopy(said[1], function () { return fold.querySelector("p").textContent; }));
    }
    tools.push(offer(said[2], function () { printAlone(place); }));
    return tools.concat(place ? elsewhere(place) : [], status);
  }

  /* The fold below a place says by its name which it is, and gets its tools when it is opened. */
  function offerTools(within) {
    all(".refs > details", within).forEach(function (fold) {
      var around = fold.closest("[id]");
      var place = /(^|~)_/.test(around.id) ? "" : around.id; // a section stands for the page
      var name = around.querySelector(":scope > h3, :scope > header > h3, :scope > p > .num");
      if (place && name) {
        fold.firstElementChild.setAttribute("aria-label", words.share[4] + ": " + name.textContent);
      }
      fold.addEventListener("toggle", function () {
        fold.append(make("p", {"class": "row"}, toolsOf(fold, place)));
      }, {once: true});
    });
  }

  /* Another language opens at the same step or provision. */
  function keepPlaceAcrossLanguages() {
    all(".langs a").forEach(function (way) {
      way.addEventListener("click", function () {
        way.hash = window.location.hash;
      });
    });
  }

  /* A place inside a closed fold is shown when a link leads to it. */
  function openTarget() {
    var target = document.getElementById(window.location.hash.slice(1)); // ids are plain letters
    var fold = target && target.closest("details:not([open])");
    if (fold) {
      fold.open = true;
      target.scrollIntoView();
    }
  }

  /* A short address leads on to its page, and to the place of it that was named. */
  function followShortAddress() {
    all("a[data-follow]").slice(0, 1).forEach(function (way) {
      window.location.replace(way.href + window.location.hash);
    });
  }

  /* A list is narrowed by choices: an entry stays if it carries every chosen word.
     <form data-filter="list"> holds selects, checkboxes and one text field;
     each entry of #list is marked data-entry and names its words in data-<name of the field>. */
  function choicesOf(form) {
    return all("select, input[type=checkbox]:checked, input[type=radio]:checked", form)
      .filter(function (field) { return field.value; })
      .map(function (field) { return [field.name, field.value]; });
  }

  function byName(choices) {
    return choices.reduce(function (names, choice) {
      names[choice[0]] = (names[choice[0]] || []).concat(choice[1]);
      return names;
    }, {});
  }

  function carries(entry, name, values) {
    var words = (entry.getAttribute("data-" + name) || "").split(" ");
    return values.some(function (value) { return words.indexOf(value) >= 0; });
  }

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ё/g, "е");
  }

  function filterList(form) {
    var list = document.getElementById(form.getAttribute("data-filter"));
    var count = form.querySelector("[data-count]");
    var none = all("[data-none]", form).concat(all('[data-none="' + form.getAttribute("data-filter") + '"]'));
    var text = form.querySelector("input[type=search]");
    if (!list) { return; }
    var entries = all("[data-entry]", list);
    var groups = all("[data-group-of-entries]", list);

    function apply() {
      var names = byName(choicesOf(form));
      var typed = plain(text ? text.value : "").trim();
      var shown = entries.filter(function (entry) {
        entry.hidden = !Object.keys(names).every(function (name) {
          return carries(entry, name, names[name]);
        }) || (typed !== "" && plain(entry.textContent).indexOf(typed) < 0);
        return !entry.hidden;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("[data-entry]:not([hidden])");
      });
      if (count) { count.textContent = String(shown.length); }
      none.forEach(function (each) { each.hidden = shown.length > 0; });
    }

    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
    apply();
  }

  /* A script comes from beside the page, or from inside it where nothing lies beside. */
  function bring(from, then, giveUp) {
    var script = document.createElement("script");
    var inside = from.charAt(0) === "#" && document.getElementById(from.slice(1));
    if (inside) { script.textContent = inside.textContent; } else {
      script.onload = then;
      script.onerror = giveUp;
      script.async = false;
      script.src = from;
    }
    document.head.appendChild(script);
    if (inside) { then(); }
    return script;
  }

  /* The script of search comes once, when somebody turns to a box; without it a link leads on. */
  var isSearchComing = false;

  function bringSearch() {
    if (isSearchComing) { return; }
    isSearchComing = true;
    var from = base + frame.search;
    bring(from, function () {}, function () { showBoxes(false); });
    if (from.charAt(0) !== "#") { ["words", root.lang + "/meta"].forEach(bringAhead); }
  }

  /* What every search asks for comes behind its script at one stroke; loading.js takes it over. */
  function bringAhead(place) {
    var folder = base + frame.search.replace(/[^/]*$/, "");
    function end() { script.remove(); }
    var script = bring(folder + place + ".js", end, end);
    script.setAttribute("data-brings", place);
  }

  /* All lists stand at the foot of the home page; here they come from what the frame knows. */
  function fillFoot() {
    var sections = frame.sections.map(function (address, number) { return [address, words.sections[number]]; });
    all(".to-menu:not([href^='#'])").forEach(function (way) {
      var home = way.getAttribute("href").replace(/index\.html#menu$/, "");
      var lists = [sections, words.about].map(function (links, number) {
        return links.length ? make("div", {}, [make("h2", {}, words.menus[number]), make("ul", {}, links.map(function (each) {
          return make("li", {}, make("a", {href: home + each[0]}, each[1]));
        }))]) : "";
      });
      document.querySelector(".foot").prepend(make("nav", {"class": "foot-menu", id: "menu", "aria-label": way.textContent}, lists));
      way.setAttribute("href", "#menu");
    });
  }

  function showBoxes(areShown) {
    all("form.find").forEach(function (form) { form.hidden = !areShown; });
    all("a.find, .without-search").forEach(function (way) { way.hidden = areShown; });
  }

  /* Keys are told by their place too: with Cyrillic letters they give others. */
  function asksForSearch(event) {
    if (event.ctrlKey || event.metaKey) {
      return (event.code === "KeyK" || event.key === "k") && !event.altKey && !event.shiftKey;
    }
    return (event.key === "/" || (event.key === "." && event.code === "Slash")) &&
      !document.activeElement.matches("select, textarea, input:not([type=checkbox]):not([type=radio])");
  }

  /* The link to the page of search stays behind the box, for when its script does not come. */
  function putBox() {
    var way = document.querySelector("a.find");
    var field = make("input", {
      id: "_find", type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      autocomplete: "off", autocapitalize: "none", spellcheck: "false", inputmode: "search",
      enterkeyhint: "search", maxlength: "200", placeholder: words.find[0]
    });
    var button = make("button", {"aria-label": words.find[2]}, make("span", {"class": "i i-find"}));
    way.after(make("form", {"class": "find", role: "search"}, make("div", {"class": "find-in"}, [
      make("label", {"class": "vh", "for": "_find"}, words.find[1]), field, button
    ])));
  }

  function offerSearch() {
    putBox();
    showBoxes(true);
    all("form.find").forEach(function (form) {
      form.addEventListener("focusin", function () {
        root.classList.add("is-searching"); // else each letter scrolls the page
        bringSearch();
      });
      form.addEventListener("focusout", function () { root.classList.remove("is-searching"); });
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        form.setAttribute("data-asked", "");
      });
    });
    document.addEventListener("keydown", function (event) {
      var box = document.querySelector(".top .find input");
      if (asksForSearch(event) && box && isSeen(box)) {
        event.preventDefault();
        box.select();
        box.focus();
      }
    });
    if (document.body.classList.contains("page-search")) { bringSearch(); }
  }

  /* The script that counts days comes to pages that have limits to count. */
  function countDays(within) {
    if (!all("[data-limit]", within).length) { return; }
    bring(base + frame.due, function () { window.gollanmaDue.start(within); }, function () {});
  }

  /* A line never ends inside an ordinal, a code or a short pair: no style can say that of a hyphen. */
  var LETTER = "A-Za-z\\u00c0-\\u024f\\u0400-\\u04ff";
  var PAIR = new RegExp("(^|[^\\d" + LETTER + "-])((?:\\d{1,4}|[" + LETTER + "]{1,3})-(?:[" + LETTER + "]{1,5}|\\d{1,4}))(?![\\d" + LETTER + "-])");

  /* In a row of boxes each piece of a text would become a box. */
  function isProse(around) {
    return !around.closest("head, code, pre, script, style, svg, textarea, option, .vh, .nb") &&
      !/flex|grid/.test(window.getComputedStyle(around).display);
  }

  function keepTogether(within) {
    var walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    var hyphened = [];
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (node.data.indexOf("-") > 0 && isProse(node.parentNode)) {
        hyphened.push(node);
      }
    }
    hyphened.forEach(function (text) {
      for (var found = PAIR.exec(text.data); found; found = PAIR.exec(text.data)) {
        var pair = text.splitText(found.index + found[1].length);
        text = pair.splitText(found[2].length);
        text.parentNode.replaceChild(make("span", {"class": "nb"}, pair.data), pair);
      }
    });
  }

  /* All that a part of the document is given when it comes. */
  function dress(within) {
    showWhatScriptCanDo(within);
    keepTogether(within);
    offerTools(within);
    all("form[data-filter]", within).forEach(filterList);
    countDays(within);
  }

  var page = window.gollanmaPage = {
    dress: dress,
    leave: leave,
    openTarget: openTarget,
    exit: frame.exit || base + words.exit
  };

  followShortAddress();
  openFoldsForPrint();
  leaveQuickly();
  leaveByKeys();
  dress(document);
  keepPlaceAcrossLanguages();
  openTarget();
  window.addEventListener("hashchange", openTarget);
  fillFoot();
  offerSearch();
}());
