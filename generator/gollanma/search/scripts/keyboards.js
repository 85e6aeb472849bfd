/* Keyboards, as in languages/keyboards.py. */
(function () {
  "use strict";

  /* What the same keys write when another layout is on than the typist believes. */
  window.gollanmaKeyboards = function (rows) {
    var layouts = Object.keys(rows).map(function (code) { return rows[code]; });

    function readings(text) {
      var small = text.toLowerCase();
      var letters = small.split("");
      var found = [];
      layouts.filter(function (typed) {
        return letters.every(function (each) { return typed.indexOf(each) >= 0 || !each.trim(); });
      }).forEach(function (typed) {
        layouts.forEach(function (meant) {
          var other = letters.map(function (each) {
            var key = typed.indexOf(each);
            return key < 0 ? each : meant[key];
          }).join("");
          if (other !== small && found.indexOf(other) < 0) { found.push(other); }
        });
      });
      return found;
    }

    return { readings: readings };
  };
}());
