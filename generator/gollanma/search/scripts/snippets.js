/* What is shown of a text: the part with the most words that were found, each of them marked. */
(function (search) {
  "use strict";

  var SNIPPET = 200; // letters
  var BEFORE = 40; // of them before the first word that was found

  /* A word is analysed only if it begins like one that is looked for: stems keep their beginning,
     but for a letter alone, whose sound at the end may change. */
  function firstsOf(names) {
    var firsts = {};
    names.forEach(function (keys) { Object.keys(keys).forEach(function (key) { firsts[key.charAt(0)] = true; }); });
    return firsts;
  }

  function keyOf(analyser, firsts, form) {
    var asked = form.length < 2 || firsts[analyser.fold(form.charAt(0)).charAt(0)];
    return asked ? analyser.analyse(form) : "";
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

  search.firstsOf = firstsOf;
  search.keyOf = keyOf;
  search.snippetOf = snippetOf;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
