/* The analyser of a language: the forms of a text, and what all forms of a word share.
   It works by the table that Python makes from a language pack, and gives the same answers as
   languages/analyser.py, forms.py and folding.py; endings.js and steps.js have the stems. */
(function () {
  "use strict";

  var LETTER = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af" +
    "\u0370-\u037d\u037f-\u0481\u048a-\u1fff\u2c00-\u2dff\u3040-\ua4ff\ua640-\ud7ff\uf900-\ufdcf";
  var SIGN = "\u0300-\u036f\u0483-\u0489";
  var RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
  var APOSTROPHES = "'’\u02bc\u00ad";
  var CODE = "[" + LETTER + "]{1,4}-?[0-9]{1,6}(?![0-9" + LETTER + "])";
  var NUMBER = "[0-9]+(?:\\^[0-9]+|[" + RAISED + "]+)?(?:-?[" + LETTER + "][" + LETTER + SIGN + "]*)?";
  var INSIDE = "[" + LETTER + "][" + LETTER + SIGN + "0-9]*";
  var WORD = INSIDE + "(?:[" + APOSTROPHES + "]+" + INSIDE + ")*";
  var FORM = new RegExp(CODE + "|" + NUMBER + "|" + WORD, "g");
  var NUMBER_OF = new RegExp("^([0-9]+)(?:\\^([0-9]+)|([" + RAISED + "]+))?");
  var CODE_OF = new RegExp("^([" + LETTER + "]{1,4})-?0*([0-9]{1,6})$");
  var MOST_KNOWN = 20000; // words that are remembered

  function own(table, key) { return Object.prototype.hasOwnProperty.call(table, key); }

  /* --- folding */

  var IS_LETTER = new RegExp("^[" + LETTER + "]");
  /* Letters that stand composed however they come, and are small letters of one sign: no soft
     hyphen, no apostrophe, no combining sign is among them. */
  var COMPOSED = /^[\u0000-\u00ac\u00ae-\u012f\u0131-\u024f\u0400-\u0482]*$/;

  function composed(text) {
    return text.normalize("NFC").toLowerCase().normalize("NFC").replace(/[’ʼ]/g, "'").replace(/\u00ad/g, "");
  }

  function folding(table) {
    var hasOlder = Object.keys(table.older).length > 0;

    function renewed(before, letter) {
      if (own(table.initial, letter) && (!IS_LETTER.test(before) || table.vowels.indexOf(before) >= 0)) {
        return table.initial[letter];
      }
      return own(table.older, letter) ? table.older[letter] : letter;
    }

    function today(text) {
      var small = COMPOSED.test(text) ? text.toLowerCase() : composed(text);
      if (!hasOlder) { return small; }
      return Array.from(small).map(function (letter, at, letters) {
        return renewed(at ? letters[at - 1] : "", letter);
      }).join("");
    }

    function folded(letter) {
      if (own(table.letters, letter)) { return table.letters[letter]; }
      if (letter < "\u0080" || table.own.indexOf(letter) >= 0) { return letter; }
      return letter.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    }

    /* Texts bring the same letters and words again and again: each is folded once, as long as there
       is room. */
    var letters = new Map();
    var known = new Map();

    function foldedOnce(letter) {
      var found = letters.get(letter);
      if (found === undefined) { letters.set(letter, found = folded(letter)); }
      return found;
    }

    function fold(text) {
      var found = known.get(text);
      if (found === undefined) {
        found = "";
        for (var letter of today(text)) { found += foldedOnce(letter); }
        if (known.size > MOST_KNOWN) { known.clear(); }
        known.set(text, found);
      }
      return found;
    }

    return { today: today, fold: fold };
  }

  /* How else a text may be meant, as in languages/digraphs.py. */
  function spellings(text, digraphs) {
    var found = [text];
    Object.keys(digraphs).sort().forEach(function (each) {
      var next = [];
      found.forEach(function (one) { next.push(one.split(each).join(digraphs[each]), one); });
      found = next;
    });
    return found.filter(function (each, at) { return each !== text && found.indexOf(each) === at; });
  }

  /* --- the analyser */

  function exact(form, fold) {
    var number = NUMBER_OF.exec(form);
    if (number) {
      var raised = number[2] || (number[3] || "").split("").map(function (each) {
        return String(RAISED.indexOf(each));
      }).join("");
      return raised ? number[1] + "^" + raised : number[1];
    }
    var code = CODE_OF.exec(form);
    return code ? fold(code[1]) + "-" + code[2] : "";
  }

  /* A text as it is typed without signs; glides alone keep theirs. */
  function blurred(glides, fold) {
    var kept = Object.keys(glides).map(function (each) { return glides[each]; });
    return function (text) {
      return text.split("").map(function (letter) { return kept.indexOf(letter) < 0 ? fold(letter) : letter; }).join("");
    };
  }

  function stemmers(table, folds) {
    if (table.rule === "steps") {
      var stem = window.gollanmaSteps(table.stems);
      var folded = function (word) { return stem(folds.fold(word)); };
      return { typed: folded, plain: folded };
    }
    if (table.rule === "endings") {
      var plain = window.gollanmaEndings(table.stems, blurred(table.stems.glides, folds.fold), true);
      return {
        typed: window.gollanmaEndings(table.stems, function (text) { return text; }, false),
        plain: function (word) { return folds.fold(plain(word)); }
      };
    }
    return { typed: String, plain: String };
  }

  window.gollanmaAnalyser = function (table) {
    var folds = folding(table.fold);
    var stemmer = stemmers(table, folds);
    var keys = new Map();
    var stops = folded(table.stops);
    var faint = folded(table.faint);

    function folded(words) {
      var found = {};
      words.forEach(function (each) { found[folds.fold(each)] = true; });
      return found;
    }

    function analyse(form) {
      var key = keys.get(form);
      if (key === undefined) {
        key = exact(form, folds.fold) || folds.fold(stemmer.typed(folds.today(form)));
        keys.set(form, key);
      }
      return key;
    }

    function tokens(text) {
      var found = [];
      var match;
      FORM.lastIndex = 0;
      while ((match = FORM.exec(text)) !== null) {
        found.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
      }
      return found;
    }

    return {
      hash: table.hash,
      forms: function (text) { return text.match(FORM) || []; },
      tokens: tokens,
      today: folds.today,
      fold: folds.fold,
      analyse: analyse,
      stem: function (form) { return exact(form, folds.fold) || stemmer.typed(folds.today(form)); },
      bare: function (form) { return exact(form, folds.fold) || stemmer.plain(folds.fold(form)); },
      code: function (form) {
        return NUMBER_OF.test(form) ? folds.fold(form) : exact(form, folds.fold) || folds.fold(form);
      },
      spellings: function (form) { return spellings(folds.today(form), table.typed); },
      isStop: function (form) { return own(stops, folds.fold(form)); },
      isFaint: function (form) { return own(faint, folds.fold(form)); }
    };
  };
}());
