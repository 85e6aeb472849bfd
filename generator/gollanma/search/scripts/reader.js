/* A built index, file by file: each is one classic script that hands over one value.
   What is asked of a file that has not come yet throws `search.MISSING` and notes it as wanted;
   the engine loads what is wanted and asks again. The same as reader.py. */
(function (search) {
  "use strict";

  var BLOCK = 16;
  var PAGES = 100;
  var MOST_FILES = 3;
  var MOST_KEPT = 160; // files of words and texts; the oldest are forgotten
  var MISSING = { missing: true };
  /* --- order */

  function bisectRight(row, value) {
    var low = 0;
    var high = row.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (value < row[middle]) { high = middle; } else { low = middle + 1; }
    }
    return low;
  }

  function byText(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

  /* Do something for each of a row and let all of them say what they want before giving up. */
  function forAll(row, work) {
    var isMissing = false;
    var done = Array.prototype.map.call(row, function (each, number) {
      try {
        return work(each, number);
      } catch (problem) {
        if (problem !== MISSING) { throw problem; }
        isMissing = true;
        return null;
      }
    });
    if (isMissing) { throw MISSING; }
    return done;
  }

  /* --- files */

  function Files() {
    this.values = {};
    this.wanted = {};
    this.parsed = {};
    this.kept = [];
    this.age = 0; // how often a language was begun anew
  }

  Files.prototype.take = function (place, value) {
    this.values[place] = value;
    delete this.wanted[place];
    if (/\/[tx]-/.test(place)) {
      this.kept.push(place);
      if (this.kept.length > MOST_KEPT) { this.forget(this.kept.shift()); }
    }
  };

  Files.prototype.forget = function (place) {
    delete this.values[place];
    delete this.parsed[place];
  };

  /* Forget all that is known of a language: its files are replaced by newer ones. */
  Files.prototype.renew = function (lang) {
    this.age += 1;
    Object.keys(this.values).forEach(function (each) {
      if (each.split("/")[0] === lang) { this.forget(each); }
    }, this);
  };

  Files.prototype.read = function (place) {
    if (!Object.prototype.hasOwnProperty.call(this.values, place)) {
      this.wanted[place] = true;
      throw MISSING;
    }
    return this.values[place];
  };

  /* Give what a file says, worked out once. */
  Files.prototype.once = function (place, work) {
    if (!this.parsed[place]) { this.parsed[place] = work(this.read(place)); }
    return this.parsed[place];
  };

  /* --- the index of one language */

  function Index(files, lang) {
    this.files = files;
    this.lang = lang;
  }

  Index.prototype.read = function (name) { return this.files.read(this.lang + "/" + name); };

  Index.prototype.once = function (name, work) { return this.files.once(this.lang + "/" + name, work); };

  Index.prototype.meta = function () {
    return this.once("meta", function (meta) {
      var firsts = [0];
      search.numbers(meta.counts).forEach(function (count) { firsts.push(firsts[firsts.length - 1] + count); });
      return {
        firsts: firsts, ways: search.numbers(meta.asked), priors: search.numbers(meta.priors), aside: meta.aside, called: meta.called, terms: meta.terms, texts: meta.texts,
        prefix: meta.prefix, kinds: meta.kinds, statuses: meta.statuses, sections: meta.sections,
        analyser: meta.analyser, version: meta.version
      };
    });
  };

  /* The rows of a file of words. Every sixteenth has all letters of its word; the others say how
     many they share with the row before. */
  Index.prototype.file = function (number) {
    return this.once("t-" + number, function (text) { return { rows: text.split("\n"), lines: new Map() }; });
  };

  function firstOf(row) { return row.slice(1, row.indexOf("\t")); }

  /* The row from which on a word may be found: where the last block begins that begins before it. */
  function rowBefore(rows, key) {
    var low = 0;
    var high = Math.ceil(rows.length / BLOCK) - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (firstOf(rows[middle * BLOCK]) < key) { low = middle; } else { high = middle - 1; }
    }
    return low * BLOCK;
  }

  /* Give each word from a row on, until `each` has had enough. */
  function forWords(rows, from, each) {
    var before = "";
    for (var at = from; at < rows.length; at += 1) {
      var row = rows[at];
      var tab = row.indexOf("\t");
      before = before.slice(0, search.digit(row)) + row.slice(1, tab);
      if (each(before, row, tab) === false) { return; }
    }
  }

  function lineOf(row, tab) {
    var next = row.indexOf("\t", tab + 1);
    return { exact: row.slice(tab + 1, next), body: row.slice(next + 1) };
  }

  function linesIn(rows, key) {
    var found = [];
    forWords(rows, rowBefore(rows, key), function (word, row, tab) {
      if (word === key) { found.push(lineOf(row, tab)); }
      return word <= key;
    });
    return found;
  }

  Index.prototype.lines = function (key) {
    var number = bisectRight(this.meta().terms, key) - 1;
    if (number < 0) { return []; }
    var file = this.file(number);
    var found = file.lines.get(key);
    if (!found) { file.lines.set(key, found = linesIn(file.rows, key)); }
    return found;
  };

  Index.prototype.beginning = function (letters) {
    var index = this;
    var terms = this.meta().terms;
    var first = Math.max(bisectRight(terms, letters) - 1, 0);
    var files = [];
    for (var number = first; number < Math.min(first + MOST_FILES, terms.length); number += 1) {
      if (number > first && terms[number].slice(0, letters.length) !== letters) { break; }
      files.push(number);
    }
    var found = [];
    forAll(files, function (file) {
      var rows = index.file(file).rows;
      forWords(rows, rowBefore(rows, letters), function (word, row, tab) {
        if (word.slice(0, letters.length) !== letters) { return word < letters; }
        var length = lineOf(row, tab).body.length;
        var last = found[found.length - 1];
        if (last && last[1] === word) { last[0] += length; } else { found.push([length, word]); }
        return true;
      });
    });
    return found;
  };

  Index.prototype.pageOf = function (section) { return bisectRight(this.meta().firsts, section) - 1; };

  /* The section to which one leads: a way of asking, behind the others, leads to the page's head. */
  Index.prototype.shown = function (section) {
    var meta = this.meta();
    var page = this.pageOf(section);
    return section >= meta.firsts[page + 1] - meta.ways[page] ? meta.firsts[page] : section;
  };

  /* Tell whether a page is written in the language: then it has a head at least. */
  Index.prototype.has = function (page) {
    var firsts = this.meta().firsts;
    return firsts[page + 1] > firsts[page];
  };

  Index.prototype.hit = function (page) {
    var row = this.read("d-" + Math.floor(page / PAGES))[page % PAGES];
    return row.length ? hitOf(row) : null;
  };

  function hitOf(row) {
    return {
      ref: row[0], address: row[1], title: row[2], kind: row[3], code: row[4], status: row[5], marks: row[6]
    };
  }

  /* Tell whether two sections come with one file. */
  Index.prototype.areTogether = function (one, other) {
    var starts = this.meta().texts;
    return bisectRight(starts, one) === bisectRight(starts, other);
  };

  Index.prototype.place = function (section) {
    var starts = this.meta().texts;
    var number = bisectRight(starts, section) - 1;
    var rows = this.read("x-" + number);
    var at = section - starts[number];
    var place = { anchor: rows[at][0], heading: rows[at][1], text: rows[at][2] };
    while (rows[at].length < 4) { at -= 1; } // the page stands with its first section in the file
    place.hit = hitOf(rows[at][3]);
    return place;
  };

  Index.prototype.vocabulary = function () {
    return this.once("v", function (text) {
      return text.split("\n").filter(Boolean).map(function (row) { return row.split("\t"); });
    });
  };

  /* Give the pages with a word in their titles that begins so. */
  Index.prototype.titled = function (letters) {
    var words = this.vocabulary();
    var low = 0;
    var high = words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (words[middle][0] < letters) { low = middle + 1; } else { high = middle; }
    }
    var pages = {};
    for (; low < words.length && words[low][0].slice(0, letters.length) === letters; low += 1) {
      search.gaps(words[low][2]).forEach(function (page) { pages[page] = true; });
    }
    return Object.keys(pages).map(Number);
  };

  Index.prototype.facets = function () { return this.read("f"); };

  search.MISSING = MISSING;
  search.ALIAS = "=";
  search.Files = Files;
  search.Index = Index;
  search.forAll = forAll;
  search.byText = byText;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
