/* Loads the files of an index as they are wanted: a page from a folder may load scripts, no more. */
(function (search) {
  "use strict";

  var files = new search.Files();
  var loading = {};
  var failed = {};
  var stale = {};

  /* Called by every file of an index. One of another build than the rest starts its language anew,
     once: a server may hand out an older list beside newer files. */
  search.take = function (place, name, value) {
    var lang = place.split("/")[0];
    var meta = files.names[lang + "/meta"];
    if (place.indexOf("/") > 0 && meta && meta !== name && !/\/meta$/.test(place) && !stale[lang]) {
      stale[lang] = name;
      Object.keys(files.values).forEach(function (each) {
        if (each.split("/")[0] === lang) { files.forget(each); }
      });
      return;
    }
    files.take(place, name, value);
  };

  function addressOf(place) {
    var lang = place.split("/")[0];
    var name = /\/meta$/.test(place) ? stale[lang] : files.names[lang + "/meta"];
    return search.folder + place + ".js" + (name ? "?v=" + name : "");
  }

  /* Make the script that loads a file; whoever asks for the file meanwhile waits for the same. */
  function scriptFor(place) {
    var script = document.createElement("script");
    function ended() {
      var told = loading[place];
      script.onload = script.onerror = null;
      delete loading[place];
      told.forEach(function (tell) { tell(); });
    }
    script.onload = ended;
    script.onerror = function () { failed[place] = true; ended(); };
    script.src = addressOf(place);
    return script;
  }

  /* Load all that is wanted at one stroke, then go on; what has served is taken away again. */
  function loadWanted(done) {
    var places = Object.keys(files.wanted);
    var left = places.length;
    var bundle = document.createDocumentFragment();
    var scripts = [];
    function loaded() {
      left -= 1;
      if (left) { return; }
      done();
      scripts.forEach(function (script) { document.head.removeChild(script); });
    }
    files.wanted = {};
    places.forEach(function (place) {
      if (loading[place]) { loading[place].push(loaded); return; }
      loading[place] = [loaded];
      scripts.push(scriptFor(place));
      bundle.appendChild(scripts[scripts.length - 1]);
    });
    document.head.appendChild(bundle);
  }

  /* Work until nothing is missing; give up when a file cannot be had. */
  function complete(work, done, giveUp) {
    var result;
    try {
      result = work();
    } catch (problem) {
      if (problem !== search.MISSING) { throw problem; }
      if (Object.keys(files.wanted).some(function (place) { return failed[place]; })) {
        files.wanted = {};
        failed = {};
        giveUp();
        return;
      }
      loadWanted(function () { complete(work, done, giveUp); });
      return;
    }
    done(result);
  }

  search.files = files;
  search.folder = "";
  search.complete = complete;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
