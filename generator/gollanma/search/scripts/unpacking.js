/* Takes the files of an index out of the page that holds them all: a file that is passed on alone
   has nothing beside it. Blocks of data, never run; the long ones are deflated. */
(function (search) {
  "use strict";

  var files = search.files;

  function blockOf(place) {
    return document.querySelector('script[data-at="' + place + '"]');
  }

  function bytesOf(text) {
    var letters = window.atob(text);
    var bytes = new Uint8Array(letters.length);
    for (var at = 0; at < letters.length; at += 1) { bytes[at] = letters.charCodeAt(at); }
    return bytes;
  }

  /* Give the text of a block; it comes later where it has to be inflated first. */
  function textOf(block) {
    var text = block.textContent;
    if (!block.hasAttribute("data-deflated")) { return Promise.resolve(text); }
    var stream = new Blob([bytesOf(text)]).stream();
    return new Response(stream.pipeThrough(new window.DecompressionStream("deflate-raw"))).text();
  }

  function unpacked(place) {
    return textOf(blockOf(place)).then(function (text) { files.take(place, JSON.parse(text)); });
  }

  /* A browser too old to inflate, or a block that is not there, gives the search up. */
  search.bring = function (places, then) {
    if (!window.DecompressionStream || !places.every(blockOf)) {
      then(false);
      return;
    }
    Promise.all(places.map(unpacked)).then(function () { return true; }, function () { return false; })
      .then(then);
  };

  /* One language alone has its index here. */
  search.holds = function (lang) { return blockOf(lang + "/meta") !== null; };
}(window.gollanmaSearch = window.gollanmaSearch || {}));
