/* The canonical tar of tar.py: regular files of ustar, sorted, without a past. Patches work on it. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var BLOCK = 512;
  var NAME = 100;
  var PREFIX = 155;
  var SIZE = /^[0-7]{11}$/;

  function whole(size) { return Math.ceil(size / BLOCK) * BLOCK; }

  function octal(number, digits) { return ("00000000000" + number.toString(8)).slice(-digits); }

  function put(block, at, text) { block.set(own.encode(text), at); }

  /* A path that is too long for its field is cut at the first slash that leaves it short enough. */
  function cutOf(path) {
    if (path.length <= NAME) { return ["", path]; }
    var at = path.indexOf("/", path.length - NAME - 1);
    return [path.slice(0, at), path.slice(at + 1)];
  }

  function header(path, size) {
    var block = new Uint8Array(BLOCK);
    var cut = cutOf(path);
    put(block, 0, cut[1]);
    put(block, 100, "0000644\u00000000000\u00000000000\0");
    put(block, 124, octal(size, 11));
    put(block, 136, octal(0, 11));
    put(block, 148, "        0");
    put(block, 257, "ustar\u000000");
    put(block, 345, cut[0]);
    put(block, 148, octal(block.reduce(function (sum, each) { return sum + each; }, 0), 6) + "\0 ");
    return block;
  }

  function textAt(block, at, length) {
    var field = block.subarray(at, at + length);
    var end = field.indexOf(0);
    return own.decode(end < 0 ? field : field.subarray(0, end)) || "";
  }

  function pathOf(block) {
    return [textAt(block, 345, PREFIX), textAt(block, 0, NAME)].filter(Boolean).join("/");
  }

  function isBlank(bytes) { return bytes.every(function (each) { return each === 0; }); }

  function sizeOf(files) {
    return Object.keys(files).reduce(function (sum, path) {
      return sum + BLOCK + whole(files[path].length);
    }, 2 * BLOCK);
  }

  function fileAt(bytes, at, last) {
    var block = bytes.subarray(at, at + BLOCK);
    var path = pathOf(block);
    var said = textAt(block, 124, 11);
    own.need(SIZE.test(said) && own.names.check(path) === null && path > last, "tar", path);
    var size = parseInt(said, 8), end = at + BLOCK + whole(size);
    own.need(end <= bytes.length && own.same(header(path, size), block) &&
      isBlank(bytes.subarray(at + BLOCK + size, end)), "tar", path);
    return { path: path, content: bytes.subarray(at + BLOCK, at + BLOCK + size), end: end };
  }

  own.tar = {
    of: function (files) {
      var tar = new Uint8Array(sizeOf(files));
      Object.keys(files).sort(own.byPath).reduce(function (at, path) {
        tar.set(header(path, files[path].length), at);
        tar.set(files[path], at + BLOCK);
        return at + BLOCK + whole(files[path].length);
      }, 0);
      return tar;
    },

    /* The files of a tar by path; a tar that is not the canonical one of its files is refused. */
    files: function (bytes) {
      var files = {}, at = 0, last = "";
      while (at < bytes.length && !isBlank(bytes.subarray(at, at + BLOCK))) {
        var file = fileAt(bytes, at, last);
        files[file.path] = file.content;
        last = file.path;
        at = file.end;
      }
      own.need(bytes.length - at === 2 * BLOCK && isBlank(bytes.subarray(at)), "tar");
      return files;
    }
  };
}());
