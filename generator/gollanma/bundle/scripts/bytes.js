/* Bytes, texts and refusals: what all that a bundle is checked with leans on. ES2018, no modules. */
var gollanmaBundle = (function () {
  "use strict";

  var own = {};
  var DIGITS = "0123456789abcdef";
  var SIXTY_FOUR = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  var LONGEST_SHOWN = 120;
  var HIDDEN = /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\ufffb]/g;

  /* A name as it may be shown to a person: nothing in it turns the line around. */
  function shown(name) {
    var safe = name.replace(HIDDEN, function (each) {
      var code = each.charCodeAt(0);
      return "\\" + (code < 256 ? "x" : "u") + ("000" + code.toString(16)).slice(code < 256 ? -2 : -4);
    });
    return safe.length <= LONGEST_SHOWN ? safe : safe.slice(0, LONGEST_SHOWN - 1) + "…";
  }

  /* Why something is not taken: a code that has a sentence in the catalogues, the file it is about,
     empty where it is the whole, and what fills the sentence. */
  function Refusal(code, name, values) {
    this.code = code;
    this.name = shown(name || "");
    this.values = values || {};
  }

  own.Refusal = Refusal;

  own.refuse = function (code, name, values) { throw new Refusal(code, name, values); };

  own.need = function (isTrue, code, name, values) {
    if (!isTrue) { own.refuse(code, name, values); }
  };

  own.encode = function (text) { return new TextEncoder().encode(text); };

  /* The text of bytes that are UTF-8 to the last one; null for others. */
  own.decode = function (bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (problem) {
      return null;
    }
  };

  own.hex = function (bytes) {
    var text = "";
    for (var i = 0; i < bytes.length; i += 1) {
      text += DIGITS[bytes[i] >> 4] + DIGITS[bytes[i] & 15];
    }
    return text;
  };

  own.same = function (one, other) {
    if (one.length !== other.length) { return false; }
    for (var i = 0; i < one.length; i += 1) {
      if (one[i] !== other[i]) { return false; }
    }
    return true;
  };

  own.joined = function (parts) {
    var whole = new Uint8Array(parts.reduce(function (sum, each) { return sum + each.length; }, 0));
    parts.reduce(function (at, each) {
      whole.set(each, at);
      return at + each.length;
    }, 0);
    return whole;
  };

  /* The bytes of Base64 that is written in the one canonical way; null for every other text. */
  own.unbase64 = function (text) {
    var padding = /={0,2}$/.exec(text)[0].length;
    if (text.length % 4 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) { return null; }
    var bytes = new Uint8Array(text.length / 4 * 3 - padding);
    var bits = 0, count = 0, at = 0;
    for (var i = 0; i < text.length - padding; i += 1) {
      bits = (bits << 6 | SIXTY_FOUR.indexOf(text[i])) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes[at] = bits >> count & 255;
        at += 1;
      }
    }
    return bits & (1 << count) - 1 ? null : bytes;
  };

  own.base64 = function (bytes) {
    var text = "";
    for (var i = 0; i < bytes.length; i += 3) {
      var left = bytes.length - i;
      var bits = bytes[i] << 16 | (left > 1 ? bytes[i + 1] << 8 : 0) | (left > 2 ? bytes[i + 2] : 0);
      text += SIXTY_FOUR[bits >> 18] + SIXTY_FOUR[bits >> 12 & 63] +
        (left > 1 ? SIXTY_FOUR[bits >> 6 & 63] : "=") + (left > 2 ? SIXTY_FOUR[bits & 63] : "=");
    }
    return text;
  };

  /* Paths are of letters that sort by their bytes. */
  own.byPath = function (one, other) { return one < other ? -1 : one > other ? 1 : 0; };

  own.sha256 = function (bytes) { return gollanmaLibrary.sha256(bytes); };

  /* Reads numbers and pieces one behind another; `code` is the refusal of what ends too early. */
  own.Reader = function (bytes, code) {
    this.bytes = bytes;
    this.now = 0;
    this.code = code;
  };

  own.Reader.prototype.take = function (length) {
    own.need(length <= this.bytes.length - this.now, this.code);
    this.now += length;
    return this.bytes.subarray(this.now - length, this.now);
  };

  own.Reader.prototype.u32 = function () {
    return this.take(4).reduce(function (sum, each) { return sum * 256 + each; }, 0);
  };

  own.Reader.prototype.rest = function () { return this.take(this.bytes.length - this.now); };

  return own;
}());
