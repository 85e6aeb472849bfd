/* Is a bundle genuine, whole and newer than the one at hand? All that is not is named; verify.py,
   once more. `anchor` holds what is trusted beforehand: `known` roots, and `previous`, the copy that
   the bundle is to follow, or `held`, what is known of it where its files are not at hand. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var SPACE = "gollanma-bundle";
  var NOTES = [
    "elsewhere", "future", "languages", "not-next", "overdue", "replaced", "revoked", "root-expired-since", "same"
  ];

  function refusal(code, name, values) { return new own.Refusal(code, name, values); }

  /* The browser's own SHA-256 is many times faster, and is there for pages from a folder too. */
  async function hashed(bytes) {
    var subtle = window.crypto && window.crypto.subtle;
    return own.hex(subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : own.sha256(bytes));
  }

  /* --- signatures */

  function judgedBy(it, known) {
    return it.trust && known && known.roots.length > it.trust.roots.length ? known : it.trust;
  }

  function counted(it, trust) {
    return trust ? own.trust.signersOf(own.trust.newest(trust), SPACE, it.manifestBytes, it.signatures) : [];
  }

  function chainFaults(trust, anchor) {
    var previous = anchor.previous && anchor.previous.trust;
    var trusted = [previous, anchor.known].filter(Boolean);
    var length = trust.chain.length;
    return [].concat(
      trusted.length ? [] : refusal("no-anchor"),
      trusted.map(function (each) { return own.trust.forkOf(each, trust); }).filter(Boolean)
        .map(function (number) { return refusal("root-fork", own.trust.pathOf(number)); }),
      previous && previous.roots.length > length ? refusal("root-old", own.trust.pathOf(length)) : []
    );
  }

  function whyNot(id, trust, it) {
    var root = own.trust.newest(trust);
    var name = "signatures/" + id + ".sig";
    if (root.roles.bundle.keys.indexOf(id) < 0) {
      var isRevoked = root.revoked.indexOf(id) >= 0;
      var once = isRevoked || trust.roots.some(function (each) { return each.keys[id]; });
      return refusal(once ? isRevoked ? "revoked" : "replaced" : "unknown-key", name);
    }
    var space = own.sshsig.namespaceOf(it.signatures[id]);
    return refusal(space === null || space === SPACE ? "bad-signature" : "namespace", name);
  }

  function signatureFaults(it, anchor) {
    var ids = Object.keys(it.signatures).sort();
    if (!ids.length) { return [refusal("unsigned", own.manifest.NAME)]; }
    var trust = judgedBy(it, anchor.known);
    if (!trust) { return [refusal("no-root")]; }
    var root = own.trust.newest(trust);
    var found = counted(it, trust), enough = root.roles.bundle.threshold;
    return chainFaults(it.trust, anchor).concat(
      ids.filter(function (id) { return found.indexOf(id) < 0; }).map(function (id) { return whyNot(id, trust, it); }),
      found.length < enough ? refusal("signatures", own.manifest.NAME, { n: found.length, enough: enough }) : [],
      root.expires < it.manifest.made
        ? refusal("root-expired", own.trust.pathOf(root.number), { day: root.expires }) : []
    );
  }

  /* --- files */

  function byPath(listed) {
    return listed.reduce(function (all, each) {
      all[each.path] = each;
      return all;
    }, Object.create(null));
  }

  async function faultOf(listed, files, old) {
    var content = files[listed.path];
    if (!content) { return refusal("missing", listed.path); }
    var digest = await hashed(content);
    if (digest === listed.sha256 && content.length === listed.size) { return null; }
    if (old[listed.path] && old[listed.path].sha256 === digest) { return refusal("mixed", listed.path); }
    return content.length === listed.size ? refusal("changed", listed.path)
      : refusal("size", listed.path, { size: content.length, expected: listed.size });
  }

  async function isContent(it) {
    var files = it.listed.reduce(function (all, each) {
      all[each.path] = it.files[each.path];
      return all;
    }, {});
    return await hashed(own.tar.of(files)) === it.manifest.content;
  }

  async function faultsOf(rows, files, old) {
    var faults = [];
    for (var i = 0; i < rows.length; i += 1) { faults.push(await faultOf(rows[i], files, old)); }
    return faults.filter(Boolean);
  }

  async function fileFaults(it, previous) {
    var old = previous ? byPath(previous.listed) : {};
    var lists = await faultsOf(it.manifest.files.filter(own.lists.isList), it.files, old);
    if (lists.length) { return lists; } // what they list is not known
    var listed = byPath(it.listed);
    var faults = await faultsOf(it.listed, it.files, old);
    var found = faults.concat(Object.keys(it.files).sort().filter(function (path) {
      return !listed[path] && !own.opened.belongs(path, it.files);
    }).map(function (path) { return refusal("extra", path); }));
    return found.length || await isContent(it) ? found : [refusal("content", own.manifest.NAME)];
  }

  /* --- what it follows, and days */

  function written(value) { return own.canonical.written(value); }

  function kinFaults(manifest, old) {
    if (manifest.bundle !== old.bundle || manifest.form !== old.form) {
      return [refusal("other-bundle", own.manifest.NAME, { here: old.bundle, there: manifest.bundle })];
    }
    return written(manifest.languages) === written(old.languages) ? [] : [refusal("languages", own.manifest.NAME,
      { here: old.languages.join(", "), there: manifest.languages.join(", ") })];
  }

  async function orderFaults(it, previous) {
    var manifest = it.manifest, old = previous.manifest, faults = kinFaults(manifest, old);
    if (manifest.profile === "demo" && old.profile !== "demo") { faults.push(refusal("demo", own.manifest.NAME)); }
    if (manifest.version < old.version) {
      faults.push(refusal("rollback", own.manifest.NAME, { here: old.version, there: manifest.version }));
    } else if (manifest.version === old.version) {
      var isSame = own.same(it.manifestBytes, previous.manifestBytes);
      faults.push(refusal(isSame ? "same" : "same-version", own.manifest.NAME, { version: manifest.version }));
    } else if (manifest.previous !== await hashed(previous.manifestBytes)) {
      faults.push(refusal("not-next", own.manifest.NAME));
    }
    return faults;
  }

  /* Another place or form may be looked at here as well; of this place nothing older is taken. */
  function heldFaults(manifest, held) {
    if (manifest.bundle !== held.bundle) {
      return [refusal("elsewhere", own.manifest.NAME, { here: held.bundle, there: manifest.bundle })];
    }
    var faults = manifest.profile === "demo" && held.profile !== "demo" ? [refusal("demo", own.manifest.NAME)] : [];
    var versions = { here: held.version, there: manifest.version, version: manifest.version };
    return faults.concat(
      manifest.version < held.version ? refusal("rollback", own.manifest.NAME, versions) : [],
      manifest.version === held.version ? refusal("same", own.manifest.NAME, versions) : []
    );
  }

  function dayFaults(it, day) {
    var manifest = it.manifest, root = it.trust && own.trust.newest(it.trust);
    return [].concat(
      manifest.made > day ? refusal("future", own.manifest.NAME, { made: manifest.made, day: day }) : [],
      manifest.review_by < day ? refusal("overdue", own.manifest.NAME, { day: manifest.review_by }) : [],
      root && manifest.made <= root.expires && root.expires < day
        ? refusal("root-expired-since", own.trust.pathOf(root.number), { day: root.expires }) : []
    );
  }

  function isNote(each) { return NOTES.indexOf(each.code) >= 0; }

  own.verify = async function (it, day, anchor) {
    var found = signatureFaults(it, anchor).concat(
      await fileFaults(it, anchor.previous),
      anchor.previous ? await orderFaults(it, anchor.previous) : [],
      anchor.held ? heldFaults(it.manifest, anchor.held) : [],
      dayFaults(it, day)
    );
    var trust = judgedBy(it, anchor.known);
    return {
      refusals: found.filter(function (each) { return !isNote(each); }),
      notes: found.filter(isNote),
      signers: counted(it, trust).map(function (id) { return own.trust.newest(trust).keys[id].name; })
    };
  };
}());
