/* What this copy is and whom it trusts; all that is handed over is judged by that. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var copy = window.gollanmaCopy;

  own.LARGEST = 256 * 1024 * 1024;

  function trust() {
    return window.gollanmaTrust.length ? own.trust.following(window.gollanmaTrust.map(function (each) {
      return { data: own.encode(each.data), signatures: each.signatures };
    })) : null;
  }

  own.held = { trust: trust(), version: copy.version, bundle: copy.bundle };

  /* What a notice says, or null where it proves nothing. */
  own.provenNotice = function (text) {
    try {
      return own.held.trust && own.notice.of(text, own.held.trust);
    } catch (problem) {
      if (problem instanceof own.Refusal) { return null; }
      throw problem;
    }
  };

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
    return own.opened.ofFiles(files, zipOf(files, old));
  }

  /* The new version that a patch makes of an old one, proven like any other before it is offered. */
  own.updated = async function (old, patch, held, tell) {
    await own.opened.judge(old, { trust: held.trust, bundle: old.manifest.bundle, version: old.manifest.version });
    var bytes = await own.patch.applied(patch, worked(old), old.manifest, held.trust);
    var opened = await remade(bytes, old, tell);
    var judged = await own.opened.judge(opened, { trust: held.trust, bundle: old.manifest.bundle, version: old.manifest.version });
    return { opened: opened, judged: judged, bytes: opened.bytes };
  };
}());
