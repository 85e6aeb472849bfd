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

  /* The trust of the old version, which may have followed newer roots than `known`, never others. */
  function trustOf(old, known) {
    own.need(old.trust, "unsigned", "patch");
    own.need(!own.trust.forkOf(known, old.trust), "root-fork", own.trust.pathOf(own.trust.forkOf(known, old.trust)));
    return old.trust.roots.length < known.roots.length ? known : old.trust;
  }

  /* Proven whole, like any other bundle that is to follow the old one, before it is offered. */
  own.updated = async function (old, patch, known, day, tell) {
    var made = await own.patch.applied(patch, worked(old), old.manifest, trustOf(old, known));
    var opened = await remade(made, old, tell);
    own.need(opened.manifest.version === patch.header.after.version, "patch-result");
    return { opened: opened, verdict: await own.verify(opened, day, { previous: old, known: known }) };
  };
}());
