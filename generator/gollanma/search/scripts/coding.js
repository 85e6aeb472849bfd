/* Numbers and lists of numbers, as short texts. The same as coding.py. */
(function (search) {
  "use strict";

  var LAST = 64;
  var MORE = 26;
  var VALUES = [];
  var digit, code;
  for (code = 35, digit = 0; code < 127; code += 1) {
    if (code !== 60 && code !== 92) { VALUES[code] = digit; digit += 1; }
  }

  function numbers(text) {
    var found = [];
    var value = 0;
    var times = 1;
    for (var at = 0; at < text.length; at += 1) {
      var each = VALUES[text.charCodeAt(at)];
      value += each * times;
      if (each < LAST) { found.push(value); value = 0; times = 1; } else { times *= MORE; }
    }
    return found;
  }

  function gaps(text) {
    var before = -1;
    return numbers(text).map(function (gap) { before += gap + 1; return before; });
  }

  /* Give the rarity of a word to `begin`, then each section with the word's weight there. */
  function postings(body, begin, each) {
    var at = 0;
    function next() {
      var value = 0;
      var times = 1;
      for (;;) {
        var found = VALUES[body.charCodeAt(at)];
        at += 1;
        value += found * times;
        if (found < LAST) { return value; }
        times *= MORE;
      }
    }
    begin(next());
    while (at < body.length) {
      var weight = next();
      var section = -1;
      for (var left = next(); left > 0; left -= 1) {
        section += next() + 1;
        each(section, weight);
      }
    }
  }

  search.digit = function (text) { return VALUES[text.charCodeAt(0)]; };
  search.numbers = numbers;
  search.gaps = gaps;
  search.postings = postings;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
