/* Notices of recall: the letters of notice.py, read and proven. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var WORD = "GOLLANMA";
  var LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  var NAMESPACE = "gollanma-recall";
  var FORM = 1;
  var MESSAGE = 19, KEY = 4, SIGNATURE = 64, SUM = 3;
  var LENGTH = 144;
  var EPOCH = Date.UTC(2020, 0, 1);
  var DAY = 86400000;

  function lettersOf(text) {
    var all = text.toUpperCase().replace(/[\s-]+/g, "");
    return (all.startsWith(WORD) ? all.slice(WORD.length) : all).replace(/[IL]/g, "1").replace(/O/g, "0");
  }

  function bytesOf(text) {
    var letters = lettersOf(text);
    Array.from(letters).forEach(function (each) {
      own.need(LETTERS.indexOf(each) >= 0, "recall-letters", "", { letter: each });
    });
    own.need(letters.length === LENGTH, "recall-length", "", { n: letters.length, enough: LENGTH });
    var bytes = new Uint8Array(LENGTH * 5 / 8);
    for (var i = 0; i < LENGTH * 5; i += 1) {
      var bit = LETTERS.indexOf(letters[Math.floor(i / 5)]) >> 4 - i % 5 & 1;
      bytes[i >> 3] |= bit << 7 - i % 8;
    }
    var body = bytes.subarray(0, -SUM);
    own.need(own.same(own.sha256(body).subarray(0, SUM), bytes.subarray(-SUM)), "recall-slip");
    return body;
  }

  function said(message) {
    var view = new DataView(message.buffer, message.byteOffset, MESSAGE);
    var notice = {
      mark: own.hex(message.subarray(1, 9)), first: view.getUint32(9), last: view.getUint32(13),
      day: new Date(EPOCH + view.getUint16(17) * DAY).toISOString().slice(0, 10)
    };
    own.need(message[0] === FORM, message[0] > FORM ? "recall-newer" : "recall-form");
    own.need(notice.first <= notice.last, "recall-form");
    return notice;
  }

  own.notice = {
    /* What a notice says, however its letters were typed, once it is proven who signed it. */
    of: function (text, trust) {
      var body = bytesOf(text);
      var message = body.subarray(0, MESSAGE);
      var notice = said(message);
      var hint = own.hex(body.subarray(MESSAGE, MESSAGE + KEY));
      var signature = body.subarray(MESSAGE + KEY);
      var root = own.trust.newest(trust);
      var count = root.roles.recall.keys.filter(function (id) {
        return id.slice(0, 2 * KEY) === hint &&
          own.sshsig.isOf(own.sshsig.keyOf(root.keys[id].public), NAMESPACE, message, signature);
      }).length;
      var enough = root.roles.recall.threshold;
      own.need(count >= enough, "signatures", "", { n: count, enough: enough });
      return notice;
    },

    /* The letters alone, as they are kept. */
    plain: function (text) { return WORD + " " + lettersOf(text); }
  };
}());
