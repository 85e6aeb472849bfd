/* An engine of nobody: it answers every query at once, by the word that it begins with. */
window.gollanmaSearch = {
  calls: [],
  search: function (query, options, done) {
    "use strict";
    var engine = window.gollanmaSearch;
    var number = engine.calls.push([query, options]);
    var hostile = "<img src=x onerror=\"document.title='caught'\"> {words} </a><script>1</script>";
    var isHostile = query.indexOf("hostile") === 0;
    var total = query.indexOf("nothing") === 0 ? 0 : 25;
    var chosen = (options.facets || {}).kind || [];

    function hit(place) {
      var title = isHostile ? hostile : "Page " + place + " of " + query;
      return {
        ref: "sop/" + place, url: place === 1 ? "en/sop/intake.html#b" : "en/act/intake.html",
        title: title, kind: "sop", kindLabel: isHostile ? hostile : "Procedure", code: "SP-0" + place,
        status: place === 2 ? "in-force" : "draft", statusLabel: "Draft", sample: place === 1,
        quickExit: query.indexOf("quick") === 0 && place === 1, heading: isHostile ? hostile : "Step",
        snippet: [[isHostile ? hostile : "before ", false], ["word", true], [" after", false]],
        more: [{ url: "en/sop/intake.html#a", heading: isHostile ? hostile : "Other step" }],
        why: isHostile ? [hostile] : ["opeka → care"], score: 1
      };
    }

    function answer() {
      var results = [];
      for (var at = options.offset; at < Math.min(total, options.offset + options.limit); at += 1) {
        results.push(hit(at + 1));
      }
      return {
        query: query, lang: options.lang, total: total, results: results,
        readings: ["caga → çaga"], suggestion: total ? null : "word",
        across: options.across ? [{ typed: "opeka", label: "care", lang: "ru" }] : [],
        facets: options.facets ? [
          { name: "kind", label: "Kind", values: ["sop", "act"].map(function (value) {
            return { value: value, label: value, count: 3, chosen: chosen.indexOf(value) >= 0 };
          }) },
          { name: "place", label: "Place", values: "abcdefghijk".split("").map(function (value) {
            return { value: value, label: value, count: 1, chosen: false };
          }) }
        ] : [],
        nearest: total ? [] : [{ title: "Near", url: "en/term/intake.html" }],
        notice: query.indexOf("mixed") === 0 ? "mismatch" : null
      };
    }

    window.setTimeout(function () {
      if (number === engine.calls.length) {
        done(answer());
        engine.answered = query;
      }
    }, 5);
  }
};
