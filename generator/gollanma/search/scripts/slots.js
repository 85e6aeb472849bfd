/* What a person typed, as slots: each word with all names under which the index may have it.
   The same as slots.py. */
(function (search) {
  "use strict";

  var EXACT = 8, ALIKE = 7, BEGUN = 7, BEGUN_BESIDE = 4, TRIMMED = 6, MISTYPED = 5, SYNONYM = 6, FOREIGN = 7;
  var FAINT = 2;
  var FEWEST_LETTERS = 3;
  var MOST_BEGUN = 24;
  var LONGEST_QUERY = 400;
  var MOST_SLOTS = 12;
  var CONCEPT = "~", CODE = "#", PLACE = "§";

  function isKnown(slot) { return slot.names.length > 0 || slot.titled.length > 0; }

  function named(slot, names) {
    return {
      typed: slot.typed, key: slot.key, isStop: slot.isStop, titled: slot.titled,
      names: slot.names.concat(names)
    };
  }

  function slotsOf(analyser, query) {
    return analyser.forms(query.slice(0, LONGEST_QUERY)).slice(0, MOST_SLOTS).map(function (form) {
      return {
        typed: form, key: analyser.analyse(form), isStop: analyser.isStop(form), names: [], titled: []
      };
    });
  }

  /* Tell whether the last word may still grow: nothing stands behind it. */
  function isBegun(slots, query) {
    var last = slots.length ? slots[slots.length - 1].typed : "";
    return last !== "" && query.slice(-last.length) === last;
  }

  function hasWord(index, key) {
    return index.lines(key).some(function (line) { return line.exact !== search.ALIAS; });
  }

  /* --- names in the reader's own language */

  function ownNames(index, analyser, slot) {
    var exact = analyser.stem(slot.typed);
    var keys = [];
    var weights = {};
    function add(key, weight) {
      if (keys.indexOf(key) < 0) { keys.push(key); weights[key] = weight; }
    }
    add(ownKey(index, analyser, slot), EXACT);
    search.forAll(keys.slice(), function (key) {
      index.lines(key).forEach(function (line) {
        if (line.exact !== search.ALIAS) { return; }
        line.body.split(" ").forEach(function (target) { add(target, ALIKE); });
      });
    });
    var share = analyser.isFaint(slot.typed) ? FAINT : 1;
    var found = search.forAll(keys, function (key) {
      return hasWord(index, key) ? { key: key, weight: weights[key], exact: exact, share: share } : null;
    }).filter(Boolean);
    return found.length ? found : spelledNames(index, analyser, slot);
  }

  /* The names of a word in which two letters stand for one: ch for c with its cedilla. */
  function spelledNames(index, analyser, slot) {
    var keys = [];
    analyser.spellings(slot.typed).forEach(function (form) {
      var key = analyser.analyse(form);
      if (keys.indexOf(key) < 0) { keys.push(key); }
    });
    return search.forAll(keys, function (key) {
      return hasWord(index, key) ? { key: key, weight: ALIKE, exact: "", share: 1 } : null;
    }).filter(Boolean);
  }

  /* The stem of a word; of one without signs the stem for such, if the index knows it. */
  function ownKey(index, analyser, slot) {
    var bare = analyser.bare(slot.typed);
    var isPlain = analyser.today(slot.typed) === analyser.fold(slot.typed);
    return isPlain && index.lines(bare).length ? bare : slot.key;
  }

  function begunNames(index, analyser, slot) {
    var known = slot.names.map(function (name) { return name.key; });
    var found = index.beginning(analyser.fold(slot.typed)).filter(function (each) {
      return known.indexOf(each[1]) < 0;
    });
    found.sort(function (a, b) { return b[0] - a[0] || search.byText(a[1], b[1]); });
    return found.slice(0, MOST_BEGUN).map(function (each) {
      return { key: each[1], weight: known.length ? BEGUN_BESIDE : BEGUN, exact: "", share: 1 };
    });
  }

  function grown(index, analyser, slot) {
    var letters = analyser.fold(slot.typed);
    if (letters.length < FEWEST_LETTERS) {
      var short = named(slot, []);
      short.titled = index.titled(letters);
      return short;
    }
    var found = named(slot, begunNames(index, analyser, slot));
    return found.names.length ? found : named(slot, trimmedNames(index, analyser, letters));
  }

  function trimmedNames(index, analyser, letters) {
    for (var length = letters.length - 1; length > Math.max(FEWEST_LETTERS, letters.length - 4); length -= 1) {
      var key = analyser.bare(letters.slice(0, length));
      if (hasWord(index, key)) { return [{ key: key, weight: TRIMMED, exact: "", share: 1 }]; }
    }
    return [];
  }

  /* --- names through the glossary */

  function spanAt(labels, slots, first) {
    for (var last = slots.length; last > first; last -= 1) {
      var stems = slots.slice(first, last).map(function (slot) { return slot.key; }).join(" ");
      var known = labels.get(stems);
      if (known) {
        return {
          first: first, length: last - first, words: known[0][1],
          concepts: known.map(function (each) { return each[0]; })
        };
      }
    }
    return null;
  }

  function spans(labels, slots) {
    var found = [];
    for (var at = 0; at < slots.length;) {
      var span = spanAt(labels, slots, at);
      if (span) { found.push(span); }
      at += span ? span.length : 1;
    }
    return found;
  }

  function withConcepts(slots, span, weight) {
    var inside = slots.slice(span.first, span.first + span.length);
    var share = inside.filter(function (slot) { return !slot.isStop; }).length || 1;
    var names = span.concepts.map(function (each) {
      return { key: CONCEPT + each, weight: weight, exact: "", share: share };
    });
    return slots.map(function (slot, number) {
      return number >= span.first && number < span.first + span.length ? named(slot, names) : slot;
    });
  }

  /* --- what is asked for exactly */

  function said(shared, slot) {
    if (/^[0-9]/.test(slot.key)) { return ["number", slot.key]; }
    var langs = Object.keys(shared);
    for (var at = 0; at < langs.length; at += 1) {
      var words = shared[langs[at]];
      var key = words.analyser.analyse(slot.typed);
      if (Object.prototype.hasOwnProperty.call(words.units, key)) { return ["unit", words.units[key]]; }
      if (Object.prototype.hasOwnProperty.call(words.ordinals, key)) {
        return ["number", String(words.ordinals[key])];
      }
    }
    return ["", ""];
  }

  /* A code has figures, and so has a cited place: for other words nothing needs to be looked up. */
  function hasFigures(slot) { return /[0-9]/.test(slot.typed); }

  function pairsOf(shared, slots) {
    if (!slots.some(hasFigures)) { return []; }
    var row = slots.map(function (slot) { return said(shared, slot); });
    var pairs = [];
    for (var at = 0; at < row.length - 1; at += 1) {
      var kinds = row[at][0] + row[at + 1][0];
      if (kinds === "unitnumber" || kinds === "numberunit") {
        var unit = row[at][0] === "unit" ? at : at + 1;
        var number = at + at + 1 - unit;
        pairs.push({ words: row[unit][1] + ":" + row[number][1], slots: [at, at + 1] });
        at += 1;
      }
    }
    return pairs;
  }

  /* The orders of `size` of a row, as itertools.permutations gives them. */
  function permutations(row, size) {
    if (!size) { return [[]]; }
    return row.reduce(function (found, each, number) {
      var rest = row.slice(0, number).concat(row.slice(number + 1));
      return found.concat(permutations(rest, size - 1).map(function (more) { return [each].concat(more); }));
    }, []);
  }

  function placesOf(pairs) {
    var words = pairs.slice(0, 3).map(function (pair) { return pair.words; });
    var found = [];
    for (var size = words.length; size > 0; size -= 1) {
      found = found.concat(permutations(words, size).map(function (order) { return PLACE + order.join("/"); }));
    }
    return found;
  }

  /* The codes that the index has, said by one word or by two: SP-07, SP 7. */
  function codesOf(index, analyser, slots, used) {
    function known(code, numbers) {
      if (!index.lines(CODE + code).length) { return ""; }
      numbers.forEach(function (number) { used[number] = true; });
      return CODE + code;
    }
    var single = search.forAll(slots, function (slot, number) {
      return hasFigures(slot) ? known(analyser.code(slot.typed), [number]) : "";
    });
    var double = search.forAll(slots.slice(1), function (after, number) {
      var isNumber = /^[0-9]/.test(after.key);
      return isNumber ? known(analyser.code(slots[number].typed + "-" + after.typed), [number, number + 1]) : "";
    });
    return single.concat(double).filter(Boolean);
  }

  /* Ask at once for all files that hold the words of a query, its codes and its cited places. */
  function fetchWords(index, analyser, shared, slots) {
    var keys = slots.map(function (slot) { return slot.key; })
      .concat(slots.map(function (slot) { return analyser.bare(slot.typed); }));
    slots.forEach(function (slot, number) {
      if (hasFigures(slot)) { keys.push(CODE + analyser.code(slot.typed)); }
      if (number && /^[0-9]/.test(slot.key)) {
        keys.push(CODE + analyser.code(slots[number - 1].typed + "-" + slot.typed));
      }
    });
    search.forAll(keys.concat(placesOf(pairsOf(shared, slots))), function (key) { return index.lines(key); });
  }

  function exactly(index, analyser, shared, slots) {
    var used = {};
    var codes = codesOf(index, analyser, slots, used);
    var pairs = pairsOf(shared, slots);
    var places = search.forAll(placesOf(pairs), function (key) { return index.lines(key).length ? key : ""; })
      .filter(Boolean).slice(0, 1);
    if (places.length) {
      pairs.forEach(function (pair) { pair.slots.forEach(function (number) { used[number] = true; }); });
    }
    return { keys: places.concat(codes), used: used };
  }

  search.weights = { SYNONYM: SYNONYM, FOREIGN: FOREIGN, MISTYPED: MISTYPED };
  search.isKnown = isKnown;
  search.named = named;
  search.slotsOf = slotsOf;
  search.isBegun = isBegun;
  search.ownNames = ownNames;
  search.grown = grown;
  search.spans = spans;
  search.withConcepts = withConcepts;
  search.fetchWords = fetchWords;
  search.exactly = exactly;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
