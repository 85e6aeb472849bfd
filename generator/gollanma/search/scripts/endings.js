/* Stems of words whose endings stack, by the tables that Python makes from a language pack.
   The same answers as languages/endings.py, sounds.py and verbs.py give. */
(function () {
  "use strict";

  function own(table, key) { return Object.prototype.hasOwnProperty.call(table, key); }

  function list(words) {
    var found = {};
    words.split(" ").forEach(function (word) { found[word] = true; });
    return found;
  }

  function soundsOf(table, fold) {
    var back = fold(table.back);
    var front = fold(table.front);
    var open = fold(table.open);
    var weak = list(fold(table.weak));
    var final = {};
    var blurred = {};
    Object.keys(table.final).sort().forEach(function (letter) {
      (fold(letter) === letter ? final : blurred)[fold(letter)] = fold(table.final[letter]);
    });

    function withLast(stem, letters) {
      var last = stem.slice(-1);
      return own(letters, last) ? stem.slice(0, -1) + letters[last] : stem;
    }

    function kindOf(letter) {
      var isBack = back.indexOf(letter) >= 0;
      var isFront = front.indexOf(letter) >= 0;
      return isBack && isFront ? "either" : isBack ? "back" : isFront ? "front" : "";
    }

    function isVowel(letter) { return Boolean(letter) && kindOf(letter) !== ""; }

    function firstKind(word) {
      for (var at = 0; at < word.length; at += 1) { if (kindOf(word[at])) { return kindOf(word[at]); } }
      return "";
    }

    function lastKind(word) {
      for (var at = word.length - 1; at >= 0; at -= 1) { if (kindOf(word[at])) { return kindOf(word[at]); } }
      return "";
    }

    return {
      agree: function (stem, ending) {
        var one = lastKind(stem);
        var other = firstKind(ending);
        return other === one || other === "" || one === "either" || other === "either";
      },
      closed: function (stem) {
        if (stem.length > 4 && own(weak, stem.slice(-2))) { stem = stem.slice(0, -1); }
        var last = stem.slice(-1);
        var rest = stem.slice(0, -1);
        var shortest = last && open.indexOf(last) >= 0 ? 3 : 2;
        return isVowel(last) && rest.length >= shortest && firstKind(rest) ? rest : stem;
      },
      finished: function (stem) { return withLast(stem, final); },
      meant: function (stem) { return [stem, withLast(stem, final), withLast(stem, blurred)]; },
      withGlides: function (word) {
        var written = "";
        for (var at = 0; at < word.length; at += 1) {
          var after = word[at + 1];
          var beside = isVowel(after) && (!own(table.glides, after) || !written);
          var glides = isVowel(written.slice(-1)) || beside;
          written += glides && own(table.glides, word[at]) ? table.glides[word[at]] : word[at];
        }
        return written;
      }
    };
  }

  /* The endings of a slot by the letter in which they end. */
  function slotOf(rows, fold) {
    var byLast = {};
    rows.forEach(function (row) {
      var letters = row[1].map(fold);
      var isBlurred = letters.length === 1 && row[1][0].length === 1 && letters[0] !== row[1][0];
      var ending = { before: fold(row[0]), letters: letters, shortest: row[2], knownOnly: row[3] || isBlurred };
      letters[letters.length - 1].split("").forEach(function (last) {
        byLast[last] = byLast[last] || [];
        if (byLast[last].indexOf(ending) < 0) { byLast[last].push(ending); }
      });
    });
    return byLast;
  }

  function startIn(word, ending) {
    var at = word.length - ending.letters.length;
    if (at < 1 || (ending.before && ending.before.indexOf(word[at - 1]) < 0)) { return -1; }
    var fits = ending.letters.every(function (known, number) { return known.indexOf(word[at + number]) >= 0; });
    return fits ? at : -1;
  }

  /* What each ending of a slot that a word may have leaves of it. */
  function readings(slot, word, sounds) {
    var last = word.slice(-1);
    var found = [];
    (own(slot, last) ? slot[last] : []).forEach(function (ending) {
      var at = startIn(word, ending);
      if (at >= 0 && sounds.agree(word.slice(0, at), word.slice(at))) {
        found.push({ stem: word.slice(0, at), ending: ending });
      }
    });
    return found;
  }

  function verbsOf(table, stems, sounds, fold) {
    var roots = list(fold(table.roots));
    var made = slotOf(table.made, fold);
    var outer = slotOf(table.outer, fold);
    var inner = slotOf(table.inner, fold);

    function isRoot(word) { return own(roots, word); }

    function first(slot, word) {
      var rests = readings(slot, word, sounds);
      var root = "";
      for (var number = 0; number < rests.length && !root; number += 1) { root = within(rests[number].stem); }
      return root;
    }

    function within(word) {
      var known = sounds.meant(word).filter(isRoot)[0];
      if (known) { return known; }
      if (own(stems, word)) { return ""; }
      var isMade = readings(made, word, sounds).some(function (each) {
        return each.stem.length >= each.ending.shortest;
      });
      return isMade ? sounds.closed(word) : first(inner, word);
    }

    return { isRoot: isRoot, root: function (word) { return first(outer, word); } };
  }

  function endings(table, fold, isPlain) {
    var sounds = soundsOf(table, fold);
    var stems = list(fold(table.stems));
    var restored = {};
    Object.keys(table.restored).forEach(function (key) {
      restored[fold(key)] = fold(table.restored[key]);
      stems[fold(table.restored[key])] = true;
    });
    var instead = {};
    Object.keys(table.instead).forEach(function (key) {
      instead[fold(key)] = (instead[fold(key)] || "") + fold(table.instead[key]);
    });
    var slots = table.slots.map(function (slot) { return slotOf(slot, fold); });
    var verbs = table.verbs.map(function (each) { return verbsOf(each, stems, sounds, fold); });

    function isRoot(word) { return verbs.some(function (each) { return each.isRoot(word); }); }

    function rootOf(word) {
      var root = "";
      for (var number = 0; number < verbs.length && !root; number += 1) { root = verbs[number].root(word); }
      return root;
    }

    function known(stem) {
      var whole = own(restored, stem) ? restored[stem] : stem;
      var last = whole.slice(-1);
      var spellings = sounds.meant(whole);
      if (own(instead, last)) {
        instead[last].split("").forEach(function (each) { spellings.push(whole.slice(0, -1) + each); });
      }
      return spellings.filter(function (each) { return own(stems, each); })[0] || "";
    }

    function leadsToKnown(word) {
      return slots.some(function (slot) {
        return readings(slot, word, sounds).some(function (each) {
          return own(stems, each.stem) || own(stems, sounds.finished(each.stem));
        });
      });
    }

    function without(slot, word) {
      var longest = "";
      var ruled = "";
      readings(slot, word, sounds).forEach(function (each) {
        if (each.stem.length > longest.length && known(each.stem)) { longest = each.stem; }
        if (!ruled && !each.ending.knownOnly && each.stem.length >= each.ending.shortest) { ruled = each.stem; }
      });
      return longest || ruled || word;
    }

    /* What remains when no ending is left; the root of a verb stays as it is. */
    function found(word) {
      var rest = word;
      var judged = "";
      for (var number = 0; number < slots.length; number += 1) {
        if (rest !== judged) {
          if (known(rest)) { return known(rest); }
          var root = isRoot(rest) ? rest : leadsToKnown(rest) ? "" : rootOf(rest);
          if (root) { return sounds.finished(root); }
          judged = rest;
        }
        rest = without(slots[number], rest);
      }
      return rest === word ? known(rest) || sounds.finished(sounds.closed(rest)) : found(rest);
    }

    return function (word) { return found(isPlain ? sounds.withGlides(word) : word); };
  }

  window.gollanmaEndings = endings;
}());
