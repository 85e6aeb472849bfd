/* Works on what is at hand and sends for what is not; `search.bring` says where it comes from. */
(function (search) {
  "use strict";

  var files = new search.Files();

  /* Work until nothing is missing; give up when a file cannot be had. */
  search.complete = function (work, done, giveUp) {
    var result;
    try {
      result = work();
    } catch (problem) {
      if (problem !== search.MISSING) { throw problem; }
      var places = Object.keys(files.wanted);
      files.wanted = {};
      search.bring(places, function (isComplete) {
        if (isComplete) { search.complete(work, done, giveUp); } else { giveUp(); }
      });
      return;
    }
    done(result);
  };

  search.files = files;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
