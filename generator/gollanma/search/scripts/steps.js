/* Stems of words by steps in their regions, by the tables that Python makes from a language pack.
   The same answers as languages/steps.py gives. */
(function () {
  "use strict";

  var END = "end";

  function endsWith(word, ending) { return word.slice(word.length - ending.length) === ending; }

  function own(table, key) { return Object.prototype.hasOwnProperty.call(table, key); }

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

  window.gollanmaSteps = steps;
}());
