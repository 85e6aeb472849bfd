/* The lists of a manifest, which files a part of a bundle holds: lists.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var NAME = "manifest.json";
  var LIST = /^manifest\/[0-9a-f]{12}\.json$/;
  var SCHEMA = 1;
  var MOST = 20000;

  function fileOf(row) {
    row.only(["path", "size", "sha256"]);
    return { path: row.text("path", /^[^]+$/), size: row.integer("size"), sha256: row.hash("sha256") };
  }

  function isList(each) { return LIST.test(each.path); }

  function isListed(path) {
    return path !== NAME && !path.startsWith("signatures/") && !path.startsWith("root/");
  }

  function areInOrder(rows) {
    return rows.length > 0 && rows.length <= MOST && rows.every(function (each, i) {
      return !i || rows[i - 1].path <= each.path;
    });
  }

  function refusePaths(rows) {
    var paths = rows.map(function (each) { return each.path; });
    paths.forEach(function (path) {
      var fault = own.names.check(path);
      own.need(fault === null, fault, path);
    });
    own.names.refuseClashes(paths);
  }

  function read(bytes, name) {
    var fields = own.canonical.fields(bytes, name, SCHEMA);
    fields.only(["schema", "files"]);
    var rows = fields.rows("files").map(fileOf);
    fields.need(areInOrder(rows) && rows.every(function (each) {
      return !isList(each) && isListed(each.path);
    }), "files");
    return rows;
  }

  function isAsMeant(row, bytes) {
    return bytes && bytes.length === row.size && own.hex(own.sha256(bytes)) === row.sha256;
  }

  own.lists = {
    NAME: NAME,
    fileOf: fileOf,
    isList: isList,
    isListed: isListed,
    areInOrder: areInOrder,
    refusePaths: refusePaths,

    /* The files that a manifest names, and those of its lists; a list that is missing, or another one
       than the manifest means, says nothing. */
    every: function (rows, files) {
      var found = rows.filter(isList).filter(function (row) { return isAsMeant(row, files[row.path]); })
        .reduce(function (all, row) {
          var more = all.concat(read(files[row.path], row.path));
          own.need(more.length <= MOST, "field", row.path, { place: "files" });
          return more;
        }, rows);
      refusePaths(found);
      return found.slice().sort(function (one, other) { return own.byPath(one.path, other.path); });
    }
  };
}());
