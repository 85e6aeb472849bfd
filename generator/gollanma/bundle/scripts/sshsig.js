/* Signatures as `ssh-keygen -Y sign` makes them, by Ed25519 and SHA-512 alone: sshsig.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var MAGIC = own.encode("SSHSIG");
  var ALGORITHM = own.encode("ssh-ed25519");
  var HASH = own.encode("sha512");
  var NOTHING = new Uint8Array(0);
  var BEGIN = "-----BEGIN SSH SIGNATURE-----";
  var END = "-----END SSH SIGNATURE-----";
  var LINE = /.{1,70}/g;
  var LONGEST = 4096;
  var SIGNATURE_SIZE = 64;
  var PUBLIC = /^ssh-ed25519 ([A-Za-z0-9+/]{68})$/;

  function u32(number) {
    return new Uint8Array([number >>> 24, number >>> 16 & 255, number >>> 8 & 255, number & 255]);
  }

  function strings(parts) {
    return own.joined([].concat.apply([], parts.map(function (each) { return [u32(each.length), each]; })));
  }

  /* What is signed: never the message itself, but its hash and what the signature is for. */
  function signed(namespace, message) {
    var parts = [own.encode(namespace), NOTHING, HASH, gollanmaLibrary.sha512(message)];
    return own.joined([MAGIC, strings(parts)]);
  }

  function armoured(key, namespace, signature) {
    var blob = own.joined([MAGIC, u32(1), strings([
      strings([ALGORITHM, key]), own.encode(namespace), NOTHING, HASH, strings([ALGORITHM, signature])
    ])]);
    return [BEGIN].concat(own.base64(blob).match(LINE), END, "").join("\n");
  }

  /* The last 64 bytes, where the signature itself must stand; null where there are none. */
  function signatureIn(armour) {
    var lines = armour.split("\n");
    var blob = armour.length <= LONGEST && own.unbase64(lines.slice(1, -2).join(""));
    return blob && blob.length > SIGNATURE_SIZE ? blob.subarray(-SIGNATURE_SIZE) : null;
  }

  function isOf(key, namespace, message, signature) {
    try {
      return gollanmaLibrary.ed25519.verify(signature, signed(namespace, message), key, { zip215: false });
    } catch (problem) {
      return false; // the library throws where bytes are no point of its curve
    }
  }

  /* The 32 bytes of a line `ssh-ed25519 AAAA…`; null for another line. */
  function keyOf(line) {
    var found = PUBLIC.exec(line);
    var blob = found && own.unbase64(found[1]);
    var key = blob && blob.subarray(-32);
    return key && own.same(strings([ALGORITHM, key]), blob) ? key : null;
  }

  own.sshsig = {
    isOf: isOf,
    keyOf: keyOf,

    /* Whether an armour, in the very letters in which it is made, is of a key for this message. */
    check: function (line, namespace, message, armour) {
      var key = keyOf(line);
      var signature = signatureIn(armour);
      return key !== null && signature !== null && armoured(key, namespace, signature) === armour &&
        isOf(key, namespace, message, signature);
    },

    /* What a signature says it is for, to explain a refusal; null where it is none. */
    namespaceOf: function (armour) {
      var blob = own.unbase64(armour.split("\n").slice(1, -2).join(""));
      if (!blob || !own.same(blob.subarray(0, MAGIC.length), MAGIC)) { return null; }
      try {
        var reader = new own.Reader(blob.subarray(MAGIC.length + 4), "bad-signature");
        reader.take(reader.u32());
        return own.decode(reader.take(reader.u32()));
      } catch (problem) {
        return null;
      }
    },

    /* The short name of a public key. */
    idOf: function (line) {
      return own.hex(own.sha256(own.unbase64(line.split(" ")[1]))).slice(0, 16);
    }
  };
}());
