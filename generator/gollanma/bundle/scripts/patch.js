/* A patch: read, believed only when enough people signed it, and carried out within strict bounds;
   patch/form.py and patch/operations.py, once more. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var MAGIC = own.encode("GOLLANMA PATCH 1\n");
  var NAMESPACE = "gollanma-patch";
  var SCHEMA = 1;
  var LARGEST = Math.pow(2, 29);
  var MORE_OPERATIONS = 16;
  var LONGEST_HEADER = 65536;
  var LONGEST_SIGNATURE = 4096;
  var MOST_SIGNATURES = 16;
  var MOST_BYTES = 8; // of a number below 2^53, 7 bits in each
  var NAME = "patch";
  var FIELDS = ["schema", "bundle", "form", "languages", "from", "to", "ops"];

  function sumIn(fields, known) {
    fields.only(known);
    return { size: fields.integer("size", 1), sha256: fields.hash("sha256") };
  }

  function stateIn(fields) {
    var version = fields.integer("version", 1);
    var sum = sumIn(fields, ["version", "size", "sha256"]);
    fields.need(sum.size <= LARGEST, "size");
    return { version: version, size: sum.size, sha256: sum.sha256 };
  }

  function headerOf(bytes) {
    own.need(bytes.length <= LONGEST_HEADER, "too-large", NAME, { limit: LONGEST_HEADER });
    var fields = own.canonical.fields(bytes, NAME, SCHEMA);
    fields.only(FIELDS);
    var header = {
      bundle: fields.text("bundle", /^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      form: fields.text("form", /^(?:folder|onefile)$/),
      languages: fields.texts("languages", /^[a-z]{2,3}$/),
      before: stateIn(fields.fields("from")),
      after: stateIn(fields.fields("to")),
      operations: sumIn(fields.fields("ops"), ["size", "sha256"])
    };
    fields.need(header.operations.size <= header.after.size + MORE_OPERATIONS, "ops.size");
    return header;
  }

  function counted(reader, most) {
    var number = reader.u32();
    own.need(number <= most, reader.code);
    return number;
  }

  function asciiOf(bytes) {
    own.need(bytes.every(function (each) { return each < 128; }), "patch-form");
    return own.decode(bytes);
  }

  function read(bytes) {
    own.need(own.same(bytes.subarray(0, MAGIC.length), MAGIC), "patch-form");
    var reader = new own.Reader(bytes.subarray(MAGIC.length), "patch-form");
    var signed = reader.take(counted(reader, LONGEST_HEADER));
    var armours = [];
    for (var left = counted(reader, MOST_SIGNATURES); left; left -= 1) {
      armours.push(asciiOf(reader.take(counted(reader, LONGEST_SIGNATURE))));
    }
    return { header: headerOf(signed), signed: signed, armours: armours, deflated: reader.rest() };
  }

  function isSum(bytes, sum) {
    return bytes.length === sum.size && own.hex(own.sha256(bytes)) === sum.sha256;
  }

  /* --- operations */

  function Operations(bytes) {
    this.bytes = bytes;
    this.now = 0;
  }

  Operations.prototype.number = function () {
    for (var value = 0, i = 0; i < MOST_BYTES && this.now < this.bytes.length; i += 1) {
      var byte = this.bytes[this.now];
      this.now += 1;
      value += byte % 128 * Math.pow(128, i);
      if (byte < 128) {
        own.need(Number.isSafeInteger(value) && (!i || byte), "patch-operations");
        return value;
      }
    }
    return own.refuse("patch-operations");
  };

  /* Where bytes come from, at which offset and how many. */
  Operations.prototype.next = function (old) {
    var kind = this.number();
    own.need(kind < 2, "patch-operations");
    if (kind === 0) { return { source: old, start: this.number(), length: this.number() }; }
    var length = this.number();
    this.now += length;
    return { source: this.bytes, start: this.now - length, length: length };
  };

  function carriedOut(bytes, old, size) {
    var made = new Uint8Array(size), at = 0;
    var operations = new Operations(bytes);
    while (operations.now < bytes.length) {
      var each = operations.next(old);
      own.need(each.length > 0 && each.length <= size - at &&
        each.length <= each.source.length - each.start, "patch-operations");
      made.set(each.source.subarray(each.start, each.start + each.length), at);
      at += each.length;
    }
    own.need(at === size, "patch-operations");
    return made;
  }

  /* --- the whole of it */

  function refuseOther(header, installed) {
    var before = header.before.version, after = header.after.version;
    own.need(header.bundle === installed.bundle && header.form === installed.form &&
      own.canonical.written(header.languages) === own.canonical.written(installed.languages), "patch-other", "",
    { here: installed.bundle, there: header.bundle });
    own.need(installed.version !== after, "patch-done", "", { version: after });
    own.need(installed.version === before, "patch-from", "", { here: installed.version, there: before });
    own.need(after >= before, "patch-rollback", "", { here: before, there: after });
  }

  /* A patch holds signatures without names: whose each one is, the trusted keys tell. */
  function requireSigners(trust, patch) {
    var role = own.trust.newest(trust).roles.bundle;
    var signatures = {};
    patch.armours.forEach(function (armour) {
      role.keys.forEach(function (id) {
        var key = own.trust.newest(trust).keys[id].public;
        if (own.sshsig.check(key, NAMESPACE, patch.signed, armour)) { signatures[id] = armour; }
      });
    });
    own.trust.require(trust, NAMESPACE, patch.signed, signatures, NAME);
  }

  async function operationsOf(patch) {
    var codes = { more: "patch-operations", damaged: "patch-operations" };
    var found = await own.zips.inflate(patch.deflated, patch.header.operations.size, codes);
    own.need(isSum(found, patch.header.operations), "patch-operations");
    return found;
  }

  own.patch = {
    read: read,

    /* The bytes of the version after, made of those of the installed one, which `manifest` describes. */
    applied: async function (patch, old, manifest, trust) {
      refuseOther(patch.header, manifest);
      requireSigners(trust, patch);
      own.need(isSum(old, patch.header.before), "patch-changed");
      var made = carriedOut(await operationsOf(patch), old, patch.header.after.size);
      own.need(isSum(made, patch.header.after), "patch-result");
      return made;
    }
  };
}());
