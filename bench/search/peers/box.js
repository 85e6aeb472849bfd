// The box of an engine: nothing of search is loaded before somebody turns to it, then its scripts in turn.
(function () {
  "use strict";

  var LIMIT = 10;
  var SHOWN = 6; // so many our own box asks for
  var FIELDS = ["title", "headings", "text"];
  var index = null;
  var names = null;

  var engines = {
    MiniSearch: {
      scripts: ["library.js", "index.js"],
      open: function (text) {
        return MiniSearch.loadJSON(text, { fields: FIELDS, storeFields: ["title"] });
      },
      find: function (query, done) {
        var options = { boost: { title: 2 }, combineWith: "AND", fuzzy: 0.2, prefix: true };
        done(index.search(query, options).map(function (each) { return each.title; }));
      },
    },
    lunr: {
      scripts: ["library.js", "index.js"],
      open: function (text) {
        return lunr.Index.load(JSON.parse(text));
      },
      find: function (query, done) {
        var found = index.query(function (terms) {
          query.toLowerCase().split(/\s+/).forEach(function (word, at, all) {
            var options = { presence: lunr.Query.presence.REQUIRED };
            if (at === all.length - 1) { options.wildcard = lunr.Query.wildcard.TRAILING; }
            terms.term(word, options);
          });
        });
        done(found.map(function (each) { return names[Number(each.ref)]; }));
      },
    },
    ours: {
      scripts: ["search", "words", document.documentElement.lang + "/meta"].map(function (name) {
        return "assets/search/" + name + ".js"; // as every page of ours sends for them at one stroke
      }),
      find: function (query, done) {
        gollanmaSearch.search(query, { lang: document.documentElement.lang, limit: SHOWN }, function (answer) {
          done(answer.results.map(function (each) { return each.title; }));
        });
      },
    },
  };

  var field = document.getElementById("query");
  var list = document.getElementById("results");
  var engine = engines[document.body.dataset.engine];
  var left = engine.scripts.length;
  var asked = false;

  function show(titles) {
    list.textContent = "";
    titles.slice(0, LIMIT).forEach(function (title) {
      list.appendChild(document.createElement("li")).textContent = title;
    });
  }

  function ask() {
    if (!field.value) { show([]); } else if (!left) { engine.find(field.value, show); }
  }

  function load(address) {
    var script = document.createElement("script");
    script.async = false;
    script.src = address;
    script.onload = function () {
      left -= 1;
      ask();
    };
    document.head.appendChild(script);
  }

  window.peer = {
    take: function (text, titles) {
      names = titles;
      index = engine.open(text);
    },
  };

  function begin() {
    if (!asked) {
      asked = true;
      engine.scripts.forEach(load);
    }
  }

  field.addEventListener("focus", begin);
  field.addEventListener("input", function () {
    ask();
    begin();
  });
})();
