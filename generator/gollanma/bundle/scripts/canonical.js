/* JSON that is written in one way only, as canonical.py has it: what differs from it is refused. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var LONGEST = 16 * 1024 * 1024;
  var QUOTED = /"(?:[^"\\]|\\.)*"/g;
  var FRACTION = /[0-9][.eE]/;
  var HALF_A_LETTER = "\\ud";
  var HASH = /^[0-9a-f]{64}$/;
  var DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

  function written(value) {
    if (Array.isArray(value)) { return "[" + value.map(written).join(",") + "]"; }
    if (value && typeof value === "object") {
      return "{" + Object.keys(value).sort().map(function (key) {
        return JSON.stringify(key) + ":" + written(value[key]);
      }).join(",") + "}";
    }
    return JSON.stringify(value);
  }

  function isWhole(value) {
    if (typeof value === "number") { return Number.isSafeInteger(value); }
    return !value || typeof value !== "object" ||
      Object.keys(value).every(function (key) { return isWhole(value[key]); });
  }

  function valueOf(text, name) {
    var value;
    try {
      value = JSON.parse(text);
      own.need(isWhole(value) && !FRACTION.test(text.replace(QUOTED, "")), "json", name);
    } catch (problem) {
      own.refuse("json", name);
    }
    return value;
  }

  function read(bytes, name) {
    own.need(bytes.length <= LONGEST, "too-large", name, { limit: LONGEST });
    var text = own.decode(bytes);
    own.need(text !== null, "json", name);
    var value = valueOf(text, name);
    own.need(written(value) + "\n" === text && text.normalize("NFC") === text &&
      text.indexOf(HALF_A_LETTER) < 0, "canonical", name);
    return value;
  }

  /* An object that is asked field by field; what is not as it should be is refused with its place. */
  function Fields(content, name, place) {
    own.need(content && typeof content === "object" && !Array.isArray(content), "field", name, { place: place });
    this.content = content;
    this.name = name;
    this.place = place || "";
  }

  var ask = Fields.prototype;

  ask.spot = function (key) { return this.place ? this.place + "." + key : key; };

  ask.need = function (isTrue, key) {
    own.need(isTrue, "field", this.name, { place: this.spot(key) });
  };

  ask.has = function (key) { return Object.prototype.hasOwnProperty.call(this.content, key); };

  ask.get = function (key) { return this.has(key) ? this.content[key] : undefined; };

  ask.only = function (known) {
    var self = this;
    Object.keys(this.content).concat(known).sort().forEach(function (key) {
      self.need(self.has(key) && known.indexOf(key) >= 0, key);
    });
  };

  ask.integer = function (key, least) {
    var value = this.get(key);
    this.need(Number.isSafeInteger(value) && value >= (least || 0), key);
    return value;
  };

  ask.text = function (key, pattern) {
    var value = this.get(key);
    this.need(typeof value === "string" && pattern.test(value), key);
    return value;
  };

  ask.hash = function (key) { return this.text(key, HASH); };

  ask.list = function (key) {
    var value = this.get(key);
    this.need(Array.isArray(value), key);
    return value;
  };

  ask.texts = function (key, pattern) {
    var value = this.list(key);
    this.need(value.every(function (each, i) {
      return typeof each === "string" && pattern.test(each) && value.indexOf(each) === i;
    }), key);
    return value;
  };

  ask.day = function (key) {
    var value = this.text(key, DAY);
    var parts = DAY.exec(value).slice(1).map(Number);
    var date = new Date(Date.UTC(2000, parts[1] - 1, parts[2]));
    date.setUTCFullYear(parts[0], parts[1] - 1, parts[2]);
    this.need(parts[0] > 0 && date.getUTCMonth() === parts[1] - 1 && date.getUTCDate() === parts[2], key);
    return value;
  };

  ask.fields = function (key) { return new Fields(this.get(key), this.name, this.spot(key)); };

  ask.entries = function () {
    var self = this;
    return Object.keys(this.content).map(function (key) { return [key, self.fields(key)]; });
  };

  ask.rows = function (key) {
    var self = this;
    return this.list(key).map(function (each, i) {
      return new Fields(each, self.name, self.spot(key) + "[" + i + "]");
    });
  };

  function object(bytes, name) {
    var content = read(bytes, name);
    own.need(content && typeof content === "object" && !Array.isArray(content), "json", name);
    return new Fields(content, name);
  }

  own.canonical = {
    written: written,

    object: object,

    /* The fields of an object whose `schema` this script can read. */
    fields: function (bytes, name, schema) {
      var fields = object(bytes, name);
      own.need(fields.integer("schema", 1) <= schema, "newer", name);
      return fields;
    }
  };
}());
