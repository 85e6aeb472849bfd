/* Stems: endings that stack, and steps in regions of a word. They work by the tables that Python
   makes from a language pack, and give the same answers as languages/endings.py and steps.py. */
(function () {
  "use strict";

  var END = "end";

  function endsWith(word, ending) { return word.slice(word.length - ending.length) === ending; }

  function own(table, key) { return Object.prototype.hasOwnProperty.call(table, key); }

  /* --- endings that stack */

  function endings(table, fold) {
    var blurred = fold(table.glides) === table.glides ? "" : fold(table.glides);
    var back = fold(table.back) + blurred;
    var front = fold(table.front) + blurred;
    var open = fold(table.open);
    var final = pairs(table.final);
    var restored = pairs(table.restored);
    var stems = {};
    table.stems.forEach(function (stem) { stems[fold(stem)] = true; });
    var slots = table.slots.map(function (slot) {
      return slot.map(function (row) {
        return { before: fold(row[0]), letters: row[1].map(fold), shortest: row[2], knownOnly: row[3] };
      });
    });

    function pairs(given) {
      var found = {};
      Object.keys(given).forEach(function (key) { found[fold(key)] = fold(given[key]); });
      return found;
    }

    function startIn(word, ending) {
      var at = word.length - ending.letters.length;
      if (at < 1 || (ending.before && ending.before.indexOf(word[at - 1]) < 0)) { return -1; }
      var fits = ending.letters.every(function (known, number) { return known.indexOf(word[at + number]) >= 0; });
      return fits ? at : -1;
    }

    function kindOf(letter) {
      var isBack = back.indexOf(letter) >= 0;
      var isFront = front.indexOf(letter) >= 0;
      return isBack && isFront ? "either" : isBack ? "back" : isFront ? "front" : "";
    }

    function firstKind(word) {
      for (var at = 0; at < word.length; at += 1) { if (kindOf(word[at])) { return kindOf(word[at]); } }
      return "";
    }

    function lastKind(word) {
      for (var at = word.length - 1; at >= 0; at -= 1) { if (kindOf(word[at])) { return kindOf(word[at]); } }
      return "";
    }

    function inHarmony(stem, ending) {
      var one = lastKind(stem);
      var other = firstKind(ending);
      return other === one || other === "" || one === "either" || other === "either";
    }

    function whole(stem) { return own(restored, stem) ? restored[stem] : stem; }

    function finished(stem) {
      var last = stem.slice(-1);
      return last && own(final, last) ? stem.slice(0, -1) + final[last] : stem;
    }

    function isKnown(stem) { return own(stems, whole(stem)) || own(stems, finished(whole(stem))); }

    function without(slot, word) {
      var ruled = "";
      for (var number = 0; number < slot.length; number += 1) {
        var at = startIn(word, slot[number]);
        if (at < 0) { continue; }
        var stem = word.slice(0, at);
        if ((at >= slot[number].shortest || isKnown(stem)) && inHarmony(stem, word.slice(at))) {
          if (isKnown(stem)) { return stem; }
          if (!ruled && !slot[number].knownOnly) { ruled = stem; }
        }
      }
      return ruled || word;
    }

    function closed(stem) {
      var last = stem.slice(-1);
      var rest = stem.slice(0, -1);
      var shortest = last && open.indexOf(last) >= 0 ? 3 : 2;
      return last && kindOf(last) && rest.length >= shortest && firstKind(rest) ? rest : stem;
    }

    return function (word) {
      for (var number = 0; number < slots.length && !isKnown(word); number += 1) {
        word = without(slots[number], word);
      }
      return finished(closed(whole(word)));
    };
  }

  /* --- steps in regions */

  function steps(table) {
    var numbers = {};
    table.steps.forEach(function (step, number) { numbers[step.name] = number; });
    var patterns = {};

    function isVowel(letter) { return letter !== undefined && table.vowels.indexOf(letter) >= 0; }

    function prepared(word) {
      Object.keys(table.same).forEach(function (letter) { word = word.split(letter).join(table.same[letter]); });
      return word;
    }

    function marked(word) {
      if (!table.glide) { return word; }
      if (table.dropped && word.slice(0, table.dropped.length) === table.dropped) {
        word = word.slice(table.dropped.length);
      }
      var before = "";
      return word.split("").map(function (letter) {
        var isGlide = letter === table.glide && (!before || isVowel(before));
        before = isGlide ? letter.toUpperCase() : letter;
        return before;
      }).join("");
    }

    function closed(word, start) {
      for (var at = start; at < word.length - 1; at += 1) {
        if (isVowel(word[at]) && !isVowel(word[at + 1])) { return at + 2; }
      }
      return word.length;
    }

    function regionsOf(word) {
      var first = 0;
      while (first < word.length && !isVowel(word[first])) { first += 1; }
      var start = table.starts.filter(function (each) { return word.slice(0, each.length) === each; })[0];
      var end = start ? start.length : closed(word, 0);
      return { "": 0, vowel: Math.min(first + 1, word.length), closed: end, twice: closed(word, end) };
    }

    function fits(word, limit, regions, rule) {
      var at = word.length - rule[0].length;
      if (rule[3].charAt(0) === "=") {
        if (at !== regions[rule[3].slice(1)]) { return false; }
      } else if (at < regions[rule[3]]) { return false; }
      if (!rule[2]) { return true; }
      var wanted = rule[2].charAt(0) !== "!";
      patterns[rule[2]] = patterns[rule[2]] || new RegExp(wanted ? rule[2] : rule[2].slice(1));
      return patterns[rule[2]].test(word.slice(Math.min(limit, at), at)) === wanted;
    }

    function changed(word, rule) {
      if (rule[1] === "-") { return word; }
      var place = rule[1].replace(/</g, "");
      return word.slice(0, word.length - rule[0].length - (rule[1].length - place.length)) + place;
    }

    function taken(word, regions, step) {
      var limit = regions[step.limit];
      var inside = limit <= word.length ? word.slice(limit) : "";
      var longest = step.rules.filter(function (rule) { return endsWith(inside, rule[0]); })[0];
      var rules = longest ? step.rules : [];
      for (var number = 0; number < rules.length; number += 1) {
        var rule = rules[number];
        if (rule[0] === longest[0] && fits(word, limit, regions, rule)) {
          return [changed(word, rule), rule[4] || step.ok];
        }
      }
      return [word, step.fail];
    }

    return function (word) {
      word = prepared(word);
      if (own(table.whole, word)) { return table.whole[word]; }
      if (word.length < table.shortest) { return word; }
      word = marked(word);
      var regions = regionsOf(word);
      var name = table.steps[0].name;
      while (name !== END) {
        var next = taken(word, regions, table.steps[numbers[name]]);
        word = next[0];
        name = next[1];
      }
      return word.toLowerCase();
    };
  }

  window.gollanmaStems = { endings: endings, steps: steps };
}());
