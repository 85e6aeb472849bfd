/* The new version that a patch makes of an old one, byte for byte as `gollanma apply` makes it. */
(function () {
  "use strict";

  var own = gollanmaBundle;

  /* The bytes that patches work on: of a folder its canonical tar, else the file. */
  function worked(it) { return it.form === "folder" ? own.tar.of(it.files) : it.bytes; }

  /* An entry whose bytes are the same keeps its stream; others are stored: zips are alike everywhere. */
  function zipOf(files, old) {
    return own.zips.archive(Object.keys(files).reduce(function (all, path) {
      var isSame = old.files[path] && own.same(old.files[path], files[path]);
      all[path] = isSame ? old.entries[path] : own.zips.stored(files[path]);
      return all;
    }, {}));
  }

  async function remade(made, old, tell) {
    if (old.form === "onefile") { return own.opened.read(made, tell); }
    var files = own.tar.files(made);
    return Object.assign(own.opened.ofFiles(files), { bytes: zipOf(files, old) });
  }

  /* Proven whole, like any other bundle that is to follow the old one, before it is offered. */
  own.updated = async function (old, patch, known, day, tell) {
    var made = await own.patch.applied(patch, worked(old), old.manifest, known);
    var opened = await remade(made, old, tell);
    return { opened: opened, verdict: await own.verify(opened, day, { previous: old, known: known }) };
  };
}());
