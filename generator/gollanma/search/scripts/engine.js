/* Searches the built index in the browser: loads what a query needs, asks again, answers.
   Nothing that was typed is kept. The same order as engine.py. */
(function (search) {
  "use strict";

  var BLOCK = 6;
  var LIMIT = 10;
  var CLOSER = 32;
  var VERSION = 3;
  var SAMPLE = 1;
  var QUICK_EXIT = 2;
  var MOST_NEAREST = 5;

  var asked = 0;
  var analysers = {};
  var labels = {};

  /* --- the words that all languages share */

  function labelsOf(text) {
    var found = new Map();
    text.split("\n").filter(Boolean).forEach(function (row) {
      var parts = row.split("\t");
      if (found.has(parts[0])) { found.get(parts[0]).push([parts[1], parts[2]]); } else {
        found.set(parts[0], [[parts[1], parts[2]]]);
      }
    });
    return found;
  }

  /* Most queries need the words of one language: those of the others are read when they are asked. */
  function labelsIn(lang, text) {
    if (!labels[lang]) { labels[lang] = labelsOf(text); }
    return labels[lang];
  }

  function analyserOf(lang) {
    if (!analysers[lang]) { analysers[lang] = window.gollanmaAnalyser(search.tables.analysers[lang]); }
    return analysers[lang];
  }

  function shared() {
    return search.files.once("words", function (words) {
      var found = {};
      Object.keys(words).forEach(function (lang) {
        found[lang] = {
          names: words[lang].names, units: words[lang].units, ordinals: words[lang].ordinals,
          letters: words[lang].letters,
          get analyser() { return analyserOf(lang); },
          get labels() { return labelsIn(lang, words[lang].labels); }
        };
      });
      return found;
    });
  }

  function indexes() {
    var found = {};
    Object.keys(shared()).filter(search.holds).forEach(function (lang) {
      found[lang] = new search.Index(search.files, lang);
    });
    return found;
  }

  /* --- the answer */

  function allowedBy(index, chosen) {
    var sets = index.facets().filter(function (facet) { return (chosen[facet[0]] || []).length; })
      .map(function (facet) {
        var pages = {};
        facet[2].forEach(function (value) {
          if (chosen[facet[0]].indexOf(value[0]) >= 0) {
            search.gaps(value[2]).forEach(function (page) { pages[page] = true; });
          }
        });
        return { name: facet[0], pages: pages };
      });
    return function (page, but) {
      return sets.every(function (set) { return set.name === but || set.pages[page]; });
    };
  }

  function keysOf(slots) {
    return slots.filter(function (slot) { return slot.names.length; }).map(function (slot) {
      var keys = {};
      slot.names.forEach(function (name) { keys[name.key] = true; });
      return keys;
    });
  }

  function rowOf(analyser, firsts, text) {
    return analyser.forms(text).filter(function (form) { return !analyser.isStop(form); })
      .map(function (form) { return search.keyOf(analyser, firsts, form); });
  }

  /* Ask at once for all files that describe these pages and their sections. */
  function fetchPages(block, index, own) {
    var asks = [];
    block.forEach(function (each) {
      if (index !== own) { asks.push(function () { return own.hit(each.page); }); }
      asks.push(function () { return index.place(each.section); });
    });
    search.forAll(asks, function (ask) { return ask(); });
  }

  function inOrder(block, index, own, found) {
    var analyser = shared()[found.lang].analyser;
    var names = keysOf(found.slots);
    var firsts = search.firstsOf(names);
    fetchPages(block, index, own);
    var nearer = search.forAll(block, function (each) {
      var place = index.place(each.section);
      var hit = index === own ? place.hit : own.hit(each.page);
      var near = [place.hit.title, place.heading + " " + place.text].reduce(function (most, text) {
        return Math.max(most, search.nearness(rowOf(analyser, firsts, text), names));
      }, 0);
      return {
        page: each.page, section: each.section, others: each.others, hit: hit,
        score: each.score + Math.floor(each.score * near / CLOSER)
      };
    });
    return nearer.sort(function (a, b) { return b.score - a.score || search.byText(a.hit.ref, b.hit.ref); });
  }

  /* The words of a section; those of the next one where a head has none, as that of a term. */
  function textOf(index, each, place) {
    var next = each.section + 1;
    if (place.text || next >= index.meta().sections || index.pageOf(next) !== each.page) { return place.text; }
    return index.areTogether(each.section, next) ? index.place(next).text : "";
  }

  /* The keys that are marked in a text: those of the words, and of the labels of their concepts. */
  function markedOf(found) {
    var labels = shared()[found.lang].labels;
    return keysOf(found.slots).map(function (keys) {
      var marked = {};
      Object.keys(keys).forEach(function (key) { marked[key] = true; });
      labels.forEach(function (known, stems) {
        if (known.some(function (each) { return keys["~" + each[0]]; })) {
          stems.split(" ").forEach(function (stem) { marked[stem] = true; });
        }
      });
      return marked;
    });
  }

  function resultOf(each, index, own, found, why) {
    var meta = own.meta();
    var hit = each.hit;
    var place = index.place(each.section);
    var url = meta.prefix + hit.address;
    return {
      ref: hit.ref, url: url + (place.anchor ? "#" + place.anchor : ""), title: hit.title,
      kind: hit.kind, kindLabel: meta.kinds[hit.kind] || hit.kind, code: hit.code,
      status: hit.status, statusLabel: meta.statuses[hit.status] || "",
      sample: (hit.marks & SAMPLE) > 0, quickExit: (hit.marks & QUICK_EXIT) > 0,
      heading: place.heading, lang: found.lang,
      snippet: search.snippetOf(textOf(index, each, place), shared()[found.lang].analyser, found.marked),
      more: each.others.filter(function (section) { return index.areTogether(section, each.section); })
        .map(function (section) { return index.place(section); })
        .filter(function (other) { return other.anchor && other.heading; })
        .map(function (other) { return { url: url + "#" + other.anchor, heading: other.heading }; }),
      why: why, score: each.score
    };
  }

  function facetsOf(own, pages, allowed, chosen) {
    return own.facets().map(function (facet) {
      var open = {};
      pages.forEach(function (each) { if (allowed(each.page, facet[0])) { open[each.page] = true; } });
      return {
        name: facet[0], label: facet[1],
        values: facet[2].map(function (value) {
          var count = search.gaps(value[2]).filter(function (page) { return open[page]; }).length;
          var isChosen = (chosen[facet[0]] || []).indexOf(value[0]) >= 0;
          return { value: value[0], label: value[1], count: count, chosen: isChosen };
        }).filter(function (value) { return value.count || value.chosen; })
      };
    }).filter(function (facet) { return facet.values.length; });
  }

  /* The terms whose words are nearest to what was typed. */
  function nearestOf(own, found) {
    var analyser = shared()[found.lang].analyser;
    var pages = [];
    found.slots.forEach(function (slot) {
      var letters = analyser.fold(slot.typed);
      search.near(own, letters, Math.max(2, Math.floor(letters.length / 2))).forEach(function (each) {
        search.gaps(each[3]).forEach(function (page) { if (pages.indexOf(page) < 0) { pages.push(page); } });
      });
    });
    return search.forAll(pages.slice(0, 40), function (page) { return own.hit(page); })
      .filter(function (hit) { return hit && hit.kind === "term"; }).slice(0, MOST_NEAREST)
      .map(function (hit) { return { title: hit.title, url: own.meta().prefix + hit.address }; });
  }

  /* Pages from the first to the last that is wanted; only the blocks in which these are, are ordered. */
  function blocks(pages, first, last, order) {
    var begin = first - first % BLOCK;
    var ordered = [];
    for (var at = begin; at < Math.min(pages.length, last); at += BLOCK) {
      ordered = ordered.concat(order(pages.slice(at, at + BLOCK)));
    }
    return ordered.slice(first - begin, last - begin);
  }

  /* Work out once in a search what stays true when more files have come. */
  function once(kept, name, work) {
    if (!Object.prototype.hasOwnProperty.call(kept, name)) { kept[name] = work(); }
    return kept[name];
  }

  function answer(query, options, kept) {
    var lang = options.lang;
    search.forAll([shared, function () { return new search.Index(search.files, lang).meta(); }], function (ask) {
      return ask();
    });
    var all = indexes();
    var own = all[lang];
    var reader = new search.Reader(all, shared(), search.layouts);
    var found = once(kept, "found", function () {
      return reader.understood(query, lang, options.across !== false);
    });
    var index = all[found.lang];
    var chosen = options.facets || {};
    var allowed = options.facets ? allowedBy(own, chosen) : function () { return true; };
    var pages = once(kept, "pages", function () {
      return search.ranked(index, found.slots, found.exact, null);
    });
    if (found.lang !== lang) { pages = pages.filter(function (each) { return own.has(each.page); }); }
    var open = pages.filter(function (each) { return allowed(each.page); });
    var first = options.offset || 0;
    var last = first + (options.limit || LIMIT);
    var ordered = once(kept, "ordered", function () {
      return blocks(open, first, last, function (block) { return inOrder(block, index, own, found); });
    });
    found.marked = once(kept, "marked", function () { return markedOf(found); });
    var why = found.across.map(function (each) {
      return each.label ? each.typed + " → " + each.label : each.typed;
    });
    return {
      query: query, lang: lang, total: open.length,
      results: search.forAll(ordered, function (each) {
        return resultOf(each, index, own, found, why);
      }),
      readings: found.readings, suggestion: found.suggestion, across: found.across,
      facets: options.facets ? facetsOf(own, pages, allowed, chosen) : [],
      nearest: pages.length ? [] : nearestOf(own, found),
      notice: noticeOf(all, found)
    };
  }

  /* The key of a sentence where the index was made by another program than this one. */
  function noticeOf(all, found) {
    var meta = all[found.lang].meta();
    var isOther = meta.version !== VERSION || meta.analyser !== analyserOf(found.lang).hash;
    return isOther ? "mismatch" : null;
  }

  function nothing(query, lang, notice) {
    return {
      query: query, lang: lang, total: 0, results: [], readings: [], suggestion: null, across: [],
      facets: [], nearest: [], notice: notice
    };
  }

  /* Answer a query; a later one makes an earlier one answer nothing. */
  search.search = function (query, options, done) {
    asked += 1;
    var number = asked;
    var kept = {};
    function say(found) { if (number === asked) { done(found); } }
    function work() {
      if (kept.age !== search.files.age) { kept = { age: search.files.age }; }
      return number === asked ? answer(query, options, kept) : null;
    }
    search.complete(work, say, function () {
      say(nothing(query, options.lang, "missing"));
    });
  };

  /* Say where the files of the index stand, and what the analysers are made of. */
  search.begin = function (folder, tables) {
    search.folder = folder;
    search.tables = tables;
    search.layouts = window.gollanmaKeyboards(tables.keyboards).readings;
  };
}(window.gollanmaSearch = window.gollanmaSearch || {}));
