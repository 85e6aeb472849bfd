/* A bundle that was handed over, taken apart: the zip folder, or the handbook in one file. Nothing of
   it is believed yet, shown or run; opened.py and trailer.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var FOLDER = "folder", ONEFILE = "onefile";
  var BEGIN = "<!-- gollanma-manifest ", END = " -->\n";
  var LONGEST_LINE = 1024 * 1024;
  var LONGEST_ARMOUR = 4096;
  var LARGEST = 256 * 1024 * 1024;
  var KEYID = /^[0-9a-f]{16}$/;
  var ARMOUR = /^[\n -~]{1,4096}$/;
  var SIGNATURE = /^signatures\/([0-9a-f]{16})\.sig$/;
  var ROOT = /^root\/([1-9][0-9]{0,5})\.json$/;
  var ROOT_SIGNATURE = /^root\/([1-9][0-9]{0,5})\.([0-9a-f]{16})\.sig$/;
  var AT_ONCE = 25; // files between two moments in which the page may move

  own.pause = function () { return new Promise(function (resolve) { setTimeout(resolve, 0); }); };

  /* The letters of a signature; one that is too long or no ASCII is none of any key. */
  function armourOf(bytes) {
    return Array.from(bytes.subarray(0, LONGEST_ARMOUR + 1), function (each) {
      return each < 128 ? String.fromCharCode(each) : "\ufffd";
    }).join("");
  }

  function matching(files, pattern) {
    return Object.keys(files).map(function (path) { return pattern.exec(path); }).filter(Boolean);
  }

  function signaturesIn(files) {
    return matching(files, SIGNATURE).reduce(function (all, found) {
      all[found[1]] = armourOf(files[found[0]]);
      return all;
    }, {});
  }

  function chainIn(files) {
    var over = matching(files, ROOT_SIGNATURE);
    return matching(files, ROOT).map(function (found) { return Number(found[1]); })
      .sort(function (one, other) { return one - other; })
      .map(function (number) {
        return over.filter(function (found) { return Number(found[1]) === number; }).reduce(function (signed, found) {
          signed.signatures[found[2]] = armourOf(files[found[0]]);
          return signed;
        }, { data: files[own.trust.pathOf(number)], signatures: {} });
      });
  }

  function opened(form, files, found) {
    var manifest = own.manifest.of(found.manifest);
    own.need(manifest.form === form, "form", own.manifest.NAME);
    return {
      form: form, files: files, manifest: manifest, listed: own.lists.every(manifest.files, files),
      manifestBytes: found.manifest, signatures: found.signatures,
      trust: found.chain.length ? own.trust.following(found.chain) : null, entries: {}, bytes: null
    };
  }

  function ofFiles(files) {
    own.need(files[own.manifest.NAME], "no-manifest");
    return opened(FOLDER, files, {
      manifest: files[own.manifest.NAME], signatures: signaturesIn(files), chain: chainIn(files)
    });
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
    return Object.assign(ofFiles(files), { entries: entries, bytes: bytes });
  }

  /* --- the last line of the one-file form */

  function armoursIn(row) {
    var inner = row.fields("signatures");
    Object.keys(inner.content).forEach(function (id) { inner.need(KEYID.test(id), id); });
    return Object.keys(inner.content).reduce(function (all, id) {
      all[id] = inner.text(id, ARMOUR);
      return all;
    }, {});
  }

  function bytesIn(row, key) {
    return own.encode(own.canonical.written(row.fields(key).content) + "\n");
  }

  function trailerOf(line) {
    own.need(line.length <= LONGEST_LINE, "too-large", own.manifest.ONE_FILE, { limit: LONGEST_LINE });
    own.need(/^[A-Za-z0-9+/]*={0,2}$/.test(line) && line.length % 4 === 0, "no-manifest");
    var said = own.unbase64(line);
    own.need(said !== null, "canonical", own.manifest.ONE_FILE);
    var fields = own.canonical.object(said, own.manifest.ONE_FILE);
    fields.only(["manifest", "signatures", "roots"]);
    return {
      manifest: bytesIn(fields, "manifest"),
      signatures: armoursIn(fields),
      chain: fields.rows("roots").map(function (row) {
        row.only(["root", "signatures"]);
        return { data: bytesIn(row, "root"), signatures: armoursIn(row) };
      })
    };
  }

  function ofOneFile(bytes) {
    var start = bytes.lastIndexOf(10, -2) + 1;
    var line = start ? own.decode(bytes.subarray(start)) || "" : "";
    own.need(line.startsWith(BEGIN) && line.endsWith(END), "no-manifest");
    var files = {};
    files[own.manifest.ONE_FILE] = bytes.subarray(0, start);
    return Object.assign(opened(ONEFILE, files, trailerOf(line.slice(BEGIN.length, -END.length))), { bytes: bytes });
  }

  own.opened = {
    LARGEST: LARGEST,
    ofFiles: ofFiles,

    read: async function (bytes, tell) {
      own.need(bytes.length <= LARGEST, "too-large", "", { limit: LARGEST });
      return bytes[0] === 0x50 && bytes[1] === 0x4b ? ofZip(bytes, tell) : ofOneFile(bytes);
    },

    /* Whether a path is of the envelope; a signature over a root that is not there is of nothing. */
    belongs: function (path, files) {
      var over = ROOT_SIGNATURE.exec(path);
      if (over) { return own.trust.pathOf(over[1]) in files; }
      return path === own.manifest.NAME || SIGNATURE.test(path) || ROOT.test(path);
    }
  };
}());
