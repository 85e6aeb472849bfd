/* What a bundle says of itself: manifest.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var NAME = "manifest.json";
  var SCHEMA = 1;
  var ISSUES = 100;
  var MOST_FILES = 20000;
  var ONE_FILE = "handbook.html";
  var SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  var FIELDS = [
    "schema", "bundle", "form", "languages", "profile", "sensitivity", "version", "made",
    "review_by", "previous", "generator", "content", "files"
  ];

  function isListed(path) {
    return path !== NAME && !path.startsWith("signatures/") && !path.startsWith("root/");
  }

  function fileOf(row) {
    row.only(["path", "size", "sha256"]);
    return { path: row.text("path", /^[^]+$/), size: row.integer("size"), sha256: row.hash("sha256") };
  }

  function refusePaths(manifest, fields) {
    var paths = manifest.files.map(function (each) { return each.path; });
    fields.need(paths.length && paths.length <= MOST_FILES && paths.every(function (path, i) {
      return !i || paths[i - 1] <= path;
    }), "files");
    fields.need(manifest.form !== "onefile" || paths.length === 1 && paths[0] === ONE_FILE, "files");
    paths.forEach(function (path) {
      var fault = own.names.check(path);
      own.need(fault === null, fault, path);
      fields.need(isListed(path), "files");
    });
    own.names.refuseClashes(paths);
  }

  function agree(manifest, fields) {
    var day = Number(manifest.made.replace(/-/g, "")) * ISSUES;
    own.need(manifest.version > day && manifest.version < day + ISSUES, "version", NAME, { version: manifest.version });
    fields.need(manifest.review_by >= manifest.made, "review_by");
    fields.need(manifest.languages.length, "languages");
    refusePaths(manifest, fields);
  }

  own.manifest = {
    NAME: NAME,
    ONE_FILE: ONE_FILE,
    isListed: isListed,

    of: function (bytes) {
      var fields = own.canonical.fields(bytes, NAME, SCHEMA);
      fields.only(FIELDS);
      var manifest = {
        bundle: fields.text("bundle", SLUG),
        form: fields.text("form", /^(?:folder|onefile)$/),
        languages: fields.texts("languages", /^[a-z]{2,3}$/),
        profile: fields.text("profile", /^(?:demo|service)$/),
        sensitivity: fields.text("sensitivity", /^(?:public|staff|restricted)$/),
        version: fields.integer("version", 1),
        made: fields.day("made"),
        review_by: fields.day("review_by"),
        previous: fields.get("previous") === null ? null : fields.hash("previous"),
        generator: fields.text("generator", /^[ -~]{1,60}$/),
        content: fields.hash("content"),
        files: fields.rows("files").map(fileOf)
      };
      agree(manifest, fields);
      return manifest;
    }
  };
}());
