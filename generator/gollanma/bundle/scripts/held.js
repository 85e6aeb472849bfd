/* What this copy is and whom it trusts; all that is handed over is judged by that. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var copy = window.gollanmaCopy;

  function trust() {
    return window.gollanmaTrust.length ? own.trust.following(window.gollanmaTrust.map(function (each) {
      return { data: own.encode(each.data), signatures: each.signatures };
    })) : null;
  }

  own.held = {
    trust: trust(), version: copy.version, bundle: copy.bundle, profile: copy.profile
  };

  own.today = function () {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };

  /* What a notice says, or null where it proves nothing. */
  own.provenNotice = function (text) {
    try {
      return own.held.trust && own.notice.of(text, own.held.trust);
    } catch (problem) {
      if (problem instanceof own.Refusal) { return null; }
      throw problem;
    }
  };
}());
