/* The link to a search. The words stand in the address only when somebody copies this link, or has
   opened it, and never while a page with a quick exit is among the results. ES2018, no modules. */
(function () {
  "use strict";

  var page = window.gollanmaFound;
  var make = page.make;

  function fragment(view) {
    var values = new URLSearchParams([["q", view.query]]);
    if (!view.across) { values.append("across", "0"); }
    Object.keys(view.facets).sort().forEach(function (name) {
      view.facets[name].forEach(function (value) { values.append(name, value); });
    });
    return "#" + values;
  }

  /* What the address asks for; null where it asks for nothing. */
  function read() {
    var values = new URLSearchParams(window.location.hash.slice(1));
    var query = page.clean(values.get("q") || "");
    var facets = page.none();
    values.forEach(function (value, name) {
      if (name !== "q" && name !== "across") { facets[name] = (facets[name] || []).concat(value); }
    });
    return page.isSearchPage && query
      ? { query: query, across: values.get("across") !== "0", facets: facets }
      : null;
  }

  function forget() {
    if (page.isSearchPage && window.location.hash) {
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
    }
  }

  /* The button that copies the link; where the browser does not allow it, a field to copy from. */
  function copier(view) {
    var said = make("p", { class: "small", role: "status" });
    function shown(address) {
      var field = make("input", { readonly: "", class: "copy", "aria-label": page.say("take"), value: address });
      said.textContent = page.say("take");
      page.fill(said, field);
      field.select();
    }
    var button = page.button("copy", {}, function () {
      var part = fragment(view);
      var address = page.ways.search + part;
      if (page.isSearchPage) { window.history.replaceState(null, "", part); }
      if (window.isSecureContext && navigator.clipboard) {
        navigator.clipboard.writeText(address).then(function () {
          said.textContent = page.say("copied");
        }, function () { shown(address); });
      } else {
        shown(address);
      }
    });
    return make("div", { class: "part" }, [button, said]);
  }

  page.address = { read: read, forget: forget, copier: copier };
}());
