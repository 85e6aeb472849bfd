/* Words that were mistyped: the nearest words of titles and labels. The same as typos.py. */
(function (search) {
  "use strict";

  var MOST_MEANT = 3;
  var SURE = 4;
  var LONG = 15;

  function distance(typed, word, most) {
    if (Math.abs(typed.length - word.length) > most) { return most + 1; }
    var before = [];
    var row = [];
    for (var to = 0; to <= word.length; to += 1) { row.push(to); }
    for (var at = 1; at <= typed.length; at += 1) {
      var above = before;
      before = row;
      row = [at];
      var least = at;
      for (to = 1; to <= word.length; to += 1) {
        var cost = Math.min(
          before[to] + 1, row[to - 1] + 1, before[to - 1] + (typed[at - 1] === word[to - 1] ? 0 : 1)
        );
        if (above.length && to > 1 && typed[at - 1] === word[to - 2] && typed[at - 2] === word[to - 1]) {
          cost = Math.min(cost, above[to - 2] + 1);
        }
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) { return most + 1; }
    }
    return row[word.length];
  }

  function near(index, letters, most) {
    var found = [];
    index.vocabulary().forEach(function (row) {
      var slips = distance(letters, row[0], most);
      if (slips <= most) { found.push([slips, -row[2].length, row[1] || row[0], row[2]]); }
    });
    return found.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1] || search.byText(a[2], b[2]); });
  }

  function meant(index, analyser, typed) {
    var letters = analyser.fold(typed);
    var most = Math.min(2, Math.floor(letters.length / SURE)) + (letters.length >= LONG ? 1 : 0);
    var found = most ? near(index, letters, most) : [];
    return found.slice(0, MOST_MEANT).filter(function (each) { return each[0] === found[0][0]; })
      .map(function (each) { return each[2]; });
  }

  search.meant = meant;
  search.near = near;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
