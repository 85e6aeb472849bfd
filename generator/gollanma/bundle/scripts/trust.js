/* Whose signatures count: a chain of roots, each vouching for the next; root.py and trust.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var SCHEMA = 1;
  var LONGEST = 64 * 1024;
  var MOST_KEYS = 20;
  var KEYID = /^[0-9a-f]{16}$/;
  var OFFICE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,80}$/u;
  var REASON = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,200}$/u;
  var FIELDS = ["schema", "root", "made", "expires", "keys", "roles", "revoked"];
  var ROLES = ["root", "bundle", "recall"];
  var ROLE_OF = {
    "gollanma-root": "root", "gollanma-bundle": "bundle", "gollanma-patch": "bundle", "gollanma-recall": "recall"
  };

  function keyIn(row) {
    row.only(["public", "name"]);
    row.need(typeof row.get("public") === "string" && own.sshsig.keyOf(row.get("public")) !== null, "public");
    return { public: row.get("public"), name: row.text("name", OFFICE) };
  }

  function roleIn(row) {
    row.only(["keys", "threshold"]);
    return { keys: row.texts("keys", KEYID), threshold: row.integer("threshold", 1) };
  }

  function revokedIn(row) {
    row.only(["key", "since", "reason"]);
    row.day("since");
    row.text("reason", REASON);
    return row.text("key", KEYID);
  }

  function byName(pairs, read) {
    return pairs.reduce(function (all, pair) {
      all[pair[0]] = read(pair[1]);
      return all;
    }, {});
  }

  function refuseRoles(root, fields) {
    ROLES.forEach(function (name) {
      var role = root.roles[name];
      fields.need(role.keys.every(function (each) {
        return root.keys[each] && root.revoked.indexOf(each) < 0;
      }), "roles." + name + ".keys");
      fields.need(role.threshold <= role.keys.length, "roles." + name + ".threshold");
    });
  }

  function rootOf(bytes, name) {
    own.need(bytes.length <= LONGEST, "too-large", name, { limit: LONGEST });
    var fields = own.canonical.fields(bytes, name, SCHEMA);
    fields.only(FIELDS);
    var roles = fields.fields("roles");
    roles.only(ROLES);
    var root = {
      number: fields.integer("root", 1),
      made: fields.day("made"),
      expires: fields.day("expires"),
      keys: byName(fields.fields("keys").entries(), keyIn),
      roles: byName(roles.entries(), roleIn),
      revoked: fields.rows("revoked").map(revokedIn)
    };
    var ids = Object.keys(root.keys);
    fields.need(root.expires > root.made, "expires");
    fields.need(ids.length && ids.length <= MOST_KEYS && ids.every(function (id) {
      return own.sshsig.idOf(root.keys[id].public) === id;
    }), "keys");
    fields.need(root.revoked.every(function (each, i) { return !i || root.revoked[i - 1] < each; }), "revoked");
    refuseRoles(root, fields);
    return root;
  }

  function signersOf(root, namespace, message, signatures) {
    return root.roles[ROLE_OF[namespace]].keys.filter(function (id) {
      return Object.prototype.hasOwnProperty.call(signatures, id) &&
        own.sshsig.check(root.keys[id].public, namespace, message, signatures[id]);
    });
  }

  function pathOf(number) { return "root/" + number + ".json"; }

  /* One more root behind those that are trusted, signed by enough keys of the last and of its own. */
  function followed(trust, signed) {
    var number = trust.roots.length + 1;
    var name = pathOf(number);
    var last = trust.roots[number - 2];
    var root = rootOf(signed.data, name);
    own.need(root.number === number, "root-gap", name);
    var counted = (last ? [last, root] : [root]).reduce(function (all, judge) {
      var enough = judge.roles.root.threshold;
      var found = signersOf(judge, "gollanma-root", signed.data, signed.signatures);
      own.need(found.length >= enough, "root-signatures", name, { n: found.length, enough: enough });
      return all.concat(found);
    }, []);
    Object.keys(signed.signatures).sort().forEach(function (id) {
      own.need(counted.indexOf(id) >= 0, "bad-signature", "root/" + number + "." + id + ".sig");
    });
    own.need(!last || last.revoked.every(function (id) { return root.revoked.indexOf(id) >= 0; }), "returned", name);
    return { chain: trust.chain.concat([signed]), roots: trust.roots.concat([root]) };
  }

  own.trust = {
    signersOf: signersOf,
    pathOf: pathOf,

    following: function (chain) {
      own.need(chain.length, "no-root");
      return chain.reduce(followed, { chain: [], roots: [] });
    },

    /* The number of the first root in which two chains differ; 0 where one leads on from the other. */
    forkOf: function (one, other) {
      for (var i = 0; i < Math.min(one.chain.length, other.chain.length); i += 1) {
        if (!own.same(one.chain[i].data, other.chain[i].data)) { return i + 1; }
      }
      return 0;
    },

    newest: function (trust) { return trust.roots[trust.roots.length - 1]; },

    /* The signers that the newest root lets sign; too few are refused. */
    require: function (trust, namespace, message, signatures, name) {
      var root = own.trust.newest(trust);
      var found = signersOf(root, namespace, message, signatures);
      var enough = root.roles[ROLE_OF[namespace]].threshold;
      own.need(found.length >= enough, "signatures", name, { n: found.length, enough: enough });
      return found;
    }
  };
}());
