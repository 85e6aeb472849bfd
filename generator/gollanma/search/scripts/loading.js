/* Loads the files of an index as they are wanted: a page from a folder may load scripts, no more. */
(function (search) {
  "use strict";

  var files = search.files;
  var loading = {};
  var failed = {};
  var stale = {};

  /* Give the name that the list of its language has for a file; none before the list is there. */
  function listed(place) {
    var parts = place.split("/");
    var meta = files.values[parts[0] + "/meta"];
    return parts.length > 1 && meta && meta.files ? meta.files[parts[1]] : "";
  }

  /* Called by every file of an index. One that the list does not know starts its language anew,
     once: a server may hand out an older list beside newer files. */
  search.take = function (place, name, value) {
    var lang = place.split("/")[0];
    var known = listed(place);
    if (known && known !== name && !stale[lang]) {
      stale[lang] = name;
      files.renew(lang);
      return;
    }
    files.take(place, value);
  };

  function addressOf(place) {
    var name = /\/meta$/.test(place) ? stale[place.split("/")[0]] : listed(place);
    return search.folder + place + ".js" + (name ? "?v=" + name : "");
  }

  /* Make the script that loads a file, unless the page has already sent for it; whoever asks for the
     file meanwhile waits for the same. */
  function scriptFor(place) {
    var ahead = document.querySelector('script[data-brings="' + place + '"]');
    var script = ahead || document.createElement("script");
    function ended() {
      var told = loading[place];
      script.onload = script.onerror = null;
      delete loading[place];
      told.forEach(function (tell) { tell(); });
    }
    script.onload = ended;
    script.onerror = function () { failed[place] = true; ended(); };
    if (!ahead) { script.src = addressOf(place); }
    return script;
  }

  /* Load these at one stroke, then say whether all of them came; what has served is taken away. */
  search.bring = function (places, then) {
    var left = places.length;
    var bundle = document.createDocumentFragment();
    var scripts = [];
    function loaded() {
      left -= 1;
      if (left) { return; }
      var isComplete = !places.some(function (place) { return failed[place]; });
      if (!isComplete) { failed = {}; }
      then(isComplete);
      scripts.forEach(function (script) { document.head.removeChild(script); });
    }
    places.forEach(function (place) {
      if (loading[place]) { loading[place].push(loaded); return; }
      loading[place] = [loaded];
      scripts.push(scriptFor(place));
      bundle.appendChild(scripts[scripts.length - 1]);
    });
    document.head.appendChild(bundle);
  };

  /* Every language has its index. */
  search.holds = function () { return true; };

  search.folder = "";
}(window.gollanmaSearch = window.gollanmaSearch || {}));
