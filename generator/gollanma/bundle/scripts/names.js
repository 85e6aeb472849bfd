/* What a file of a bundle may be called: names.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var LONGEST_PART = 64;
  var LONGEST = 120;
  var PART = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
  var DEVICE = /^(?:aux|clock\$|con|conin\$|conout\$|nul|prn|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/;

  function isDevice(part) { return DEVICE.test(part.split(".")[0].replace(/ +$/, "").toLowerCase()); }

  own.names = {
    /* The code of what is wrong with a path, or null; the most dangerous first. */
    check: function (path) {
      var parts = path.split("/");
      if (!path || path[0] === "/" || /^[A-Za-z]:/.test(path)) { return "absolute"; }
      if (path.indexOf("\\") >= 0) { return "backslash"; }
      if (parts.indexOf("..") >= 0) { return "climbs"; }
      if (parts.some(isDevice)) { return "device"; }
      if (parts.some(function (part) { return /[. ]$/.test(part); })) { return "trailing"; }
      if (path.normalize("NFC") !== path) { return "normal"; }
      if (!parts.every(function (part) { return PART.test(part); })) { return "letters"; }
      if (path.length > LONGEST || parts.some(function (part) { return part.length > LONGEST_PART; })) {
        return "long";
      }
      return null;
    },

    /* Refuses paths of which a disk takes one for another; all are of small letters already. */
    refuseClashes: function (paths) {
      var sorted = paths.slice().sort();
      var seen = {}, folders = {};
      sorted.forEach(function (path) {
        seen[path] = (seen[path] || 0) + 1;
        for (var at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
          folders[path.slice(0, at)] = true;
        }
      });
      sorted.forEach(function (path) {
        own.need(seen[path] === 1, "duplicate", path);
        own.need(!folders[path], "folder-and-file", path);
      });
    }
  };
}());
