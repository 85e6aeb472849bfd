/* A bundle that was handed over, opened and judged: the zip folder, or the handbook in one file.
   Nothing of it is shown or run, and all of it is proven. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var NAMESPACE = "gollanma-bundle";
  var LAST_LINE = /^<!-- gollanma-manifest ([A-Za-z0-9+/]+={0,2}) -->\n?$/;
  var ROOT = /^root\/([1-9][0-9]{0,3})\.json$/;
  var ROOT_SIGNATURE = /^root\/([1-9][0-9]{0,3})\.([0-9a-f]{16})\.sig$/;
  var SIGNATURE = /^signatures\/([0-9a-f]{16})\.sig$/;
  var ZIP = 0x50; // both forms are told apart by their first letter: PK, or <
  var AT_ONCE = 25; // files between two moments in which the page may move

  own.pause = function () { return new Promise(function (resolve) { setTimeout(resolve, 0); }); };

  /* The browser's own SHA-256 is many times faster, and is there for pages from a folder too. */
  async function hashed(bytes) {
    var subtle = window.crypto && window.crypto.subtle;
    return own.hex(subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : own.sha256(bytes));
  }

  /* --- opening */

  function textOf(files, path) {
    var text = own.decode(files[path]);
    own.need(text !== null, "field", path);
    return text;
  }

  function matching(files, pattern) {
    return Object.keys(files).map(function (path) { return pattern.exec(path); }).filter(Boolean);
  }

  function chainIn(files) {
    var chain = matching(files, ROOT).map(function (found) {
      return { number: Number(found[1]), data: files[found[0]], signatures: {} };
    }).sort(function (one, other) { return one.number - other.number; });
    chain.forEach(function (each, i) { own.need(each.number === i + 1, "root-gap", own.trust.pathOf(i + 1)); });
    matching(files, ROOT_SIGNATURE).forEach(function (found) {
      own.need(found[1] <= chain.length, "extra", found[0]);
      chain[found[1] - 1].signatures[found[2]] = textOf(files, found[0]);
    });
    return chain;
  }

  function signaturesIn(files) {
    return matching(files, SIGNATURE).reduce(function (all, found) {
      all[found[1]] = textOf(files, found[0]);
      return all;
    }, {});
  }

  function opened(form, bytes, files, manifestBytes, signatures, chain) {
    return {
      form: form, bytes: bytes, files: files, manifestBytes: manifestBytes,
      manifest: own.manifest.of(manifestBytes), signatures: signatures, chain: chain
    };
  }

  function ofFiles(files, bytes) {
    own.need(files[own.manifest.NAME], "missing", own.manifest.NAME);
    return opened("folder", bytes, files, files[own.manifest.NAME], signaturesIn(files), chainIn(files));
  }

  async function ofZip(bytes, tell) {
    var entries = own.zips.entries(bytes);
    var paths = Object.keys(entries), files = {};
    for (var i = 0; i < paths.length; i += 1) {
      files[paths[i]] = await own.zips.inflated(paths[i], entries[paths[i]]);
      if (i % AT_ONCE === 0) {
        tell(i, paths.length);
        await own.pause();
      }
    }
    return Object.assign(ofFiles(files, bytes), { entries: entries });
  }

  /* The last line of the one-file form holds what the files of a folder hold. */
  function ofOneFile(bytes) {
    var end = bytes[bytes.length - 1] === 10 ? bytes.length - 1 : bytes.length;
    var start = bytes.lastIndexOf(10, end - 1) + 1;
    var found = LAST_LINE.exec(own.decode(bytes.subarray(start)) || "");
    var said = found && own.unbase64(found[1]);
    own.need(said, "no-trailer");
    var trailer = own.canonical.trailer(said);
    var files = {};
    files[own.manifest.ONE_FILE] = bytes.subarray(0, start);
    return opened("onefile", bytes, files, trailer.manifest, trailer.signatures, trailer.chain);
  }

  /* --- judging */

  function refuseOtherRoots(chain, held) {
    held.chain.forEach(function (each, i) {
      own.need(!chain[i] || own.same(chain[i].data, each.data), "other-root", own.trust.pathOf(i + 1));
    });
    own.need(chain.length >= held.chain.length, "old-root");
  }

  /* The trust that this copy has, and what the roots of the other one add to it. */
  function trusted(chain, held) {
    own.need(chain.length, "unsigned");
    refuseOtherRoots(chain, held);
    return chain.slice(held.chain.length).reduce(own.trust.followed, held);
  }

  async function refuseFiles(it) {
    var listed = {};
    for (var i = 0; i < it.manifest.files.length; i += 1) {
      var each = it.manifest.files[i], content = it.files[each.path];
      listed[each.path] = true;
      own.need(content, "missing", each.path);
      own.need(content.length === each.size, "size", each.path);
      own.need(await hashed(content) === each.sha256, "hash", each.path);
    }
    Object.keys(it.files).forEach(function (path) {
      own.need(listed[path] || !own.manifest.isListed(path) || it.form === "onefile", "extra", path);
    });
  }

  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function notesOn(manifest, root, held) {
    return [
      manifest.bundle !== held.bundle && "elsewhere",
      manifest.version === held.version && "same",
      manifest.review_by < today() && "overdue",
      root.expires < today() && "expired",
      manifest.made > today() && "ahead"
    ].filter(Boolean);
  }

  own.opened = {
    hashed: hashed,
    ofFiles: ofFiles,

    /* What was handed over, as it says itself: nothing is proven yet. */
    read: async function (bytes, tell) {
      return bytes[0] === ZIP ? ofZip(bytes, tell) : ofOneFile(bytes);
    },

    /* Refuses what is not signed, whole and as new as this copy; gives the offices and what to know. */
    judge: async function (it, held) {
      var trust = trusted(it.chain, held.trust);
      var root = own.trust.newest(trust);
      var signers = own.trust.require(trust, NAMESPACE, it.manifestBytes, it.signatures, own.manifest.NAME);
      own.need(it.manifest.form === it.form, "form", own.manifest.NAME);
      await refuseFiles(it);
      own.need(it.manifest.bundle !== held.bundle || it.manifest.version >= held.version, "rollback", "",
        { version: it.manifest.version, held: held.version });
      return {
        offices: signers.map(function (id) { return root.keys[id].name; }),
        notes: notesOn(it.manifest, root, held)
      };
    }
  };
}());
