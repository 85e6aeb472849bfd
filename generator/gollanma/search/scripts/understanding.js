/* How a query is understood: in the reader's language, else by what else it may be.
   The same as understanding.py. */
(function (search) {
  "use strict";

  function counting(slots) {
    return slots.filter(function (slot) { return !slot.isStop; }).length;
  }

  function unknown(found) {
    var numbers = [];
    found.slots.forEach(function (slot, number) {
      if (!search.isKnown(slot) && !slot.isStop && !found.exact.used[number]) { numbers.push(number); }
    });
    return numbers;
  }

  function isWhole(found) {
    return (counting(found.slots) > 0 || found.exact.keys.length > 0) && !unknown(found).length;
  }

  /* Give what was found with some of it changed. */
  function changed(found, changes) {
    var copy = {};
    Object.keys(found).forEach(function (key) { copy[key] = found[key]; });
    Object.keys(changes).forEach(function (key) { copy[key] = changes[key]; });
    return copy;
  }

  function readAs(found, query, text) {
    return changed(found, { readings: [query.trim() + " → " + text.trim()] });
  }

  /* What a label stands for, unless it is the very word that the glossary prefers. */
  function note(names, span, slots, lang) {
    var typed = slots.slice(span.first, span.first + span.length)
      .map(function (slot) { return slot.typed; }).join(" ");
    return span.concepts.map(function (concept) {
      var name = Object.prototype.hasOwnProperty.call(names, concept) ? names[concept] : "";
      return name && name !== span.words ? { typed: typed, label: name, lang: lang } : null;
    }).filter(Boolean);
  }

  function inTodaysLetters(analyser, slots) {
    return slots.map(function (slot) { return [slot.typed, analyser.today(slot.typed)]; })
      .filter(function (pair) { return pair[0].slice(0, 1).toLowerCase() !== pair[1].slice(0, 1); })
      .map(function (pair) { return pair[0] + " → " + pair[1]; });
  }

  function Reader(indexes, shared, layouts) {
    this.indexes = indexes;
    this.shared = shared;
    this.layouts = layouts;
  }

  Reader.prototype.understood = function (query, lang, across) {
    var best = this.plain(query, lang, false);
    var ways = this.ways(query, lang, best, across);
    for (var at = 0; at < ways.length; at += 1) {
      var each = ways[at]();
      if (isWhole(each)) { return each; }
      if (unknown(each).length < unknown(best).length) { best = each; }
    }
    return this.corrected(query, best);
  };

  /* The ways to understand a query, in order; each is tried only if those before it fail. */
  Reader.prototype.ways = function (query, lang, plain, across) {
    var reader = this;
    var typed = this.layouts(query);
    var saying = counting(search.slotsOf(this.shared[lang].analyser, query));
    var isStrange = saying > 0 && 2 * unknown(plain).length >= saying;
    var ways = [function () { return plain; }];
    if (across && this.isForeign(query, lang)) {
      ways.unshift(function () { return reader.byLabel(query, lang, plain); });
    }
    function own() { return reader.plain(query, lang, true); }
    function abroad(text, begun) {
      Object.keys(reader.indexes).filter(function (each) {
        return across && each !== lang && !reader.isForeign(text, each);
      }).forEach(function (each) {
        ways.push(function () {
          var found = reader.abroad(text, each, begun);
          return text === query ? found : readAs(found, query, text);
        });
      });
    }
    if (!this.isForeign(query, lang)) { ways.push(own); }
    typed.forEach(function (text) {
      ways.push(function () { return readAs(reader.plain(text, lang, true), query, text); });
    });
    if (across) {
      ways.push(function () { return reader.translated(query, lang, own()); });
      if (isStrange) { abroad(query, false); }
    }
    ways.push(own);
    if (isStrange) { abroad(query, true); }
    typed.forEach(function (text) { abroad(text, false); });
    return ways;
  };

  Reader.prototype.isForeign = function (query, lang) {
    var letters = this.shared[lang].letters;
    return !query.toLowerCase().split("").some(function (each) { return letters.indexOf(each) >= 0; });
  };

  Reader.prototype.plain = function (query, lang, begun) {
    var index = this.indexes[lang];
    var words = this.shared[lang];
    var analyser = words.analyser;
    var typed = search.slotsOf(analyser, query);
    search.fetchWords(index, analyser, this.shared, typed);
    var slots = search.forAll(typed, function (slot) {
      return slot.isStop ? slot : search.named(slot, search.ownNames(index, analyser, slot));
    });
    if (begun && slots.length && search.isBegun(slots, query)) {
      slots[slots.length - 1] = search.grown(index, analyser, slots[slots.length - 1]);
    }
    var notes = [];
    search.spans(words.labels, slots).forEach(function (span) {
      slots = search.withConcepts(slots, span, search.weights.SYNONYM);
      notes = notes.concat(note(words.names, span, slots, lang));
    });
    slots = neverEmpty(slots, index, analyser);
    return {
      lang: lang, slots: slots, exact: search.exactly(index, analyser, this.shared, slots),
      readings: inTodaysLetters(analyser, slots), across: notes, suggestion: null
    };
  };

  function neverEmpty(slots, index, analyser) {
    if (counting(slots)) { return slots; }
    return search.forAll(slots, function (slot) {
      var counted = search.named(slot, search.ownNames(index, analyser, slot));
      counted.isStop = false;
      return counted;
    });
  }

  /* A query in other letters by the labels of another language, if it is one of them. */
  Reader.prototype.byLabel = function (query, lang, plain) {
    var bare = plain.slots.map(function (slot) {
      var copy = search.named(slot, []);
      copy.names = [];
      return copy;
    });
    var found = this.translated(query, lang, changed(plain, { slots: bare, across: [] }));
    return found.across.length ? found : plain;
  };

  Reader.prototype.translated = function (query, lang, plain) {
    var shared = this.shared;
    var slots = plain.slots;
    var notes = plain.across;
    Object.keys(shared).filter(function (each) { return each !== lang; }).forEach(function (other) {
      var words = shared[other];
      var foreign = search.slotsOf(words.analyser, query);
      var open = unknown(changed(plain, { slots: slots }));
      search.spans(words.labels, foreign).forEach(function (span) {
        var some = false;
        var all = true;
        for (var at = span.first; at < span.first + span.length; at += 1) {
          var isOpen = open.indexOf(at) >= 0;
          some = some || isOpen;
          all = all && (isOpen || foreign[at].isStop);
        }
        if (some && all) {
          slots = search.withConcepts(slots, span, search.weights.FOREIGN);
          notes = notes.concat(note(shared[lang].names, span, slots, other));
        }
      });
    });
    return changed(plain, { slots: slots, across: notes, readings: [] });
  };

  Reader.prototype.abroad = function (query, other, begun) {
    var found = this.plain(query, other, begun);
    return changed(found, { across: found.across.concat({ typed: query.trim(), label: "", lang: other }) });
  };

  Reader.prototype.corrected = function (query, best) {
    var index = this.indexes[best.lang];
    var analyser = this.shared[best.lang].analyser;
    var slots = best.slots.slice();
    var suggestion = query;
    unknown(best).forEach(function (number) {
      var words = search.meant(index, analyser, slots[number].typed);
      var names = search.forAll(words, function (word) {
        var key = analyser.analyse(word);
        return index.lines(key).length
          ? { key: key, weight: search.weights.MISTYPED, exact: "", share: 1 } : null;
      });
      if (words.length) {
        suggestion = suggestion.replace(slots[number].typed, function () { return words[0]; });
      }
      slots[number] = search.named(slots[number], names.filter(Boolean));
    });
    return changed(best, { slots: slots, suggestion: suggestion !== query ? suggestion : null });
  };

  search.Reader = Reader;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
