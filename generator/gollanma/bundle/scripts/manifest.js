/* What a bundle says of itself: manifest.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var NAME = own.lists.NAME;
  var PLAIN = 1, WITH_LISTS = 2;
  var ISSUES = 100;
  var ONE_FILE = "handbook.html";
  var SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  var FIELDS = [
    "schema", "bundle", "form", "languages", "profile", "sensitivity", "version", "made",
    "review_by", "previous", "generator", "content", "files"
  ];

  function refuseFiles(manifest, fields) {
    var rows = manifest.files;
    fields.need(own.lists.areInOrder(rows) && rows.every(function (each) { return own.lists.isListed(each.path); }), "files");
    fields.need(manifest.form !== "onefile" || rows.length === 1 && rows[0].path === ONE_FILE, "files");
    fields.need(fields.integer("schema") === (rows.some(own.lists.isList) ? WITH_LISTS : PLAIN), "schema");
    own.lists.refusePaths(rows);
  }

  function agree(manifest, fields) {
    var day = Number(manifest.made.replace(/-/g, "")) * ISSUES;
    own.need(manifest.version > day && manifest.version < day + ISSUES, "version", NAME, { version: manifest.version });
    fields.need(manifest.review_by >= manifest.made, "review_by");
    fields.need(manifest.languages.length, "languages");
    refuseFiles(manifest, fields);
  }

  own.manifest = {
    NAME: NAME,
    ONE_FILE: ONE_FILE,

    of: function (bytes) {
      var fields = own.canonical.fields(bytes, NAME, WITH_LISTS);
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
        files: fields.rows("files").map(own.lists.fileOf)
      };
      agree(manifest, fields);
      return manifest;
    }
  };
}());
