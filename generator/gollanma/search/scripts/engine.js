/* Searches the built index in the browser: loads what a query needs, asks again, answers.
   Nothing that was typed is kept. The same order as engine.py. */
(function (search) {
  "use strict";

  var BLOCK = 6;
  var LIMIT = 10;
  var CLOSER = 32;
  var SNIPPET = 200; // letters
  var BEFORE = 40; // of them before the first word that was found
  var VERSION = 1;
  var SAMPLE = 1;
  var QUICK_EXIT = 2;
  var MOST_NEAREST = 5;

  var files = new search.Files();
  var base = "";
  var asked = 0;
  var analysers = {};
  var loading = {};
  var failed = {};
  var stale = {};

  /* --- loading */

  /* Called by every file of an index. One of another build than the rest starts its language anew,
     once: a server may hand out an older list beside newer files. */
  search.take = function (place, name, value) {
    var lang = place.split("/")[0];
    var meta = files.names[lang + "/meta"];
    if (place.indexOf("/") > 0 && meta && meta !== name && !/\/meta$/.test(place) && !stale[lang]) {
      stale[lang] = name;
      Object.keys(files.values).forEach(function (each) {
        if (each.split("/")[0] === lang) { files.forget(each); }
      });
      return;
    }
    files.take(place, name, value);
  };

  function addressOf(place) {
    var lang = place.split("/")[0];
    var name = /\/meta$/.test(place) ? stale[lang] : files.names[lang + "/meta"];
    return base + place + ".js" + (name ? "?v=" + name : "");
  }

  /* Load a file; whoever asks for it meanwhile waits for the same. */
  function load(place, done) {
    if (loading[place]) { loading[place].push(done); return; }
    loading[place] = [done];
    var script = document.createElement("script");
    function ended() {
      var told = loading[place];
      script.onload = script.onerror = null;
      script.parentNode.removeChild(script);
      delete loading[place];
      told.forEach(function (tell) { tell(); });
    }
    script.onload = ended;
    script.onerror = function () { failed[place] = true; ended(); };
    script.src = addressOf(place);
    document.head.appendChild(script);
  }

  /* Load all that is wanted, then go on. */
  function loadWanted(done) {
    var places = Object.keys(files.wanted);
    var left = places.length;
    files.wanted = {};
    places.forEach(function (place) {
      load(place, function () {
        left -= 1;
        if (!left) { done(); }
      });
    });
  }

  /* Work until nothing is missing; give up when a file cannot be had. */
  function complete(work, done, giveUp) {
    var result;
    try {
      result = work();
    } catch (problem) {
      if (problem !== search.MISSING) { throw problem; }
      if (Object.keys(files.wanted).some(function (place) { return failed[place]; })) {
        files.wanted = {};
        failed = {};
        giveUp();
        return;
      }
      loadWanted(function () { complete(work, done, giveUp); });
      return;
    }
    done(result);
  }

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

  function analyserOf(lang) {
    if (!analysers[lang]) { analysers[lang] = window.gollanmaAnalyser(search.tables.analysers[lang]); }
    return analysers[lang];
  }

  function shared() {
    return files.once("words", function (words) {
      var found = {};
      Object.keys(words).forEach(function (lang) {
        found[lang] = {
          analyser: analyserOf(lang), labels: labelsOf(words[lang].labels), names: words[lang].names,
          units: words[lang].units, ordinals: words[lang].ordinals, letters: words[lang].letters
        };
      });
      return found;
    });
  }

  function indexes() {
    var found = {};
    Object.keys(shared()).forEach(function (lang) { found[lang] = new search.Index(files, lang); });
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

  /* A word is analysed only if it begins like one that is looked for: stems keep their beginning. */
  function firstsOf(names) {
    var firsts = {};
    names.forEach(function (keys) { Object.keys(keys).forEach(function (key) { firsts[key.charAt(0)] = true; }); });
    return firsts;
  }

  function keyOf(analyser, firsts, form) {
    return firsts[analyser.fold(form.charAt(0)).charAt(0)] ? analyser.analyse(form) : "";
  }

  function rowOf(analyser, firsts, text) {
    return analyser.forms(text).filter(function (form) { return !analyser.isStop(form); })
      .map(function (form) { return keyOf(analyser, firsts, form); });
  }

  /* Ask at once for all files that describe these pages and their sections. */
  function fetchPages(block, index, own) {
    var asks = [];
    block.forEach(function (each) {
      if (index !== own) { asks.push(function () { return own.hit(each.page); }); }
      [each.section].concat(each.others).forEach(function (section) {
        asks.push(function () { return index.place(section); });
      });
    });
    search.forAll(asks, function (ask) { return ask(); });
  }

  function inOrder(block, index, own, found) {
    var analyser = shared()[found.lang].analyser;
    var names = keysOf(found.slots);
    var firsts = firstsOf(names);
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

  /* The part of a text with the most words that were found, each of them marked. */
  function snippetOf(text, analyser, names) {
    var firsts = firstsOf(names);
    var marks = analyser.tokens(text).filter(function (token) {
      var key = keyOf(analyser, firsts, token.text);
      return key !== "" && names.some(function (keys) { return keys[key]; });
    });
    var start = startOf(text, marks);
    var end = text.length;
    if (end > start + SNIPPET) {
      end = text.lastIndexOf(" ", start + SNIPPET);
      if (end <= start) { end = start + SNIPPET; }
    }
    return cut(text, marks, start, end);
  }

  function startOf(text, marks) {
    var best = 0;
    var most = 0;
    marks.forEach(function (mark, number) {
      var inside = 0;
      for (var at = number; at < marks.length && marks[at].end < mark.start + SNIPPET - BEFORE; at += 1) {
        inside += 1;
      }
      if (inside > most) { most = inside; best = mark.start; }
    });
    if (best <= BEFORE) { return 0; }
    return text.indexOf(" ", best - BEFORE) + 1;
  }

  function cut(text, marks, start, end) {
    var pieces = start > 0 ? [["… ", false]] : [];
    var at = start;
    marks.filter(function (mark) { return mark.start >= start && mark.end <= end; }).forEach(function (mark) {
      if (mark.start > at) { pieces.push([text.slice(at, mark.start), false]); }
      pieces.push([text.slice(mark.start, mark.end), true]);
      at = mark.end;
    });
    if (end > at) { pieces.push([text.slice(at, end), false]); }
    if (end < text.length) { pieces.push([" …", false]); }
    return pieces;
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
      snippet: snippetOf(place.text, shared()[found.lang].analyser, keysOf(found.slots)),
      more: search.forAll(each.others, function (section) { return index.place(section); })
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

  function answer(query, options) {
    var lang = options.lang;
    search.forAll([shared, function () { return new search.Index(files, lang).meta(); }], function (ask) {
      return ask();
    });
    var all = indexes();
    var own = all[lang];
    var reader = new search.Reader(all, shared(), search.layouts);
    var found = reader.understood(query, lang, options.across !== false);
    var index = all[found.lang];
    var chosen = options.facets || {};
    var allowed = options.facets ? allowedBy(own, chosen) : function () { return true; };
    var pages = search.ranked(index, found.slots, found.exact, null);
    if (found.lang !== lang) { pages = pages.filter(function (each) { return own.has(each.page); }); }
    var open = pages.filter(function (each) { return allowed(each.page); });
    var first = options.offset || 0;
    var last = first + (options.limit || LIMIT);
    var ordered = [];
    for (var at = 0; at < Math.min(open.length, last); at += BLOCK) {
      if (at + BLOCK > first) { ordered = ordered.concat(inOrder(open.slice(at, at + BLOCK), index, own, found)); } else {
        ordered = ordered.concat(open.slice(at, at + BLOCK));
      }
    }
    var why = found.across.map(function (each) {
      return each.label ? each.typed + " → " + each.label : each.typed;
    });
    return {
      query: query, lang: lang, total: open.length,
      results: search.forAll(ordered.slice(first, last), function (each) {
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
    function say(found) { if (number === asked) { done(found); } }
    complete(function () { return number === asked ? answer(query, options) : null; }, say, function () {
      say(nothing(query, options.lang, "missing"));
    });
  };

  /* Say where the files of the index stand, and what the analysers are made of. */
  search.begin = function (folder, tables) {
    base = folder;
    search.tables = tables;
    search.layouts = window.gollanmaKeyboards(tables.keyboards).readings;
  };
}(window.gollanmaSearch = window.gollanmaSearch || {}));
