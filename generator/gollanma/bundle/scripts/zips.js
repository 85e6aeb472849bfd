/* The zip of a bundle: read as unzip.py reads it, nothing taken on trust, and written as zips.py
   writes it. A promise is given wherever the browser inflates. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var MIB = 1024 * 1024;
  var LIMITS = { archive: 256 * MIB, total: 256 * MIB, file: 64 * MIB, files: 20000 };
  var LOCAL = 30, CENTRAL = 46, END = 22;
  var LOCAL_MARK = 0x04034b50, CENTRAL_MARK = 0x02014b50, END_MARK = 0x06054b50;
  var LOCATOR_MARK = 0x07064b50, LOCATOR = 20;
  var VERSION = 20, UTF8 = 0x0800, ENCRYPTED = 0x2041, DAY = 0x0021;
  var STORED = 0, DEFLATED = 8;
  var UNIX = 3, KIND = 0xf000, REGULAR = 0x8000, LINK = 0xa000;
  var MOST = 0xffff, LARGEST = 0xffffffff;
  var WORST_RATIO = 1032; // deflate cannot do better: 258 bytes for two bits

  /* --- numbers */

  var TABLE = Array.apply(null, Array(256)).map(function (nothing, each) {
    for (var bit = 0; bit < 8; bit += 1) { each = each & 1 ? 0xedb88320 ^ each >>> 1 : each >>> 1; }
    return each;
  });

  function crc32(bytes) {
    var crc = -1;
    for (var i = 0; i < bytes.length; i += 1) { crc = TABLE[(crc ^ bytes[i]) & 255] ^ crc >>> 8; }
    return (crc ^ -1) >>> 0;
  }

  function View(bytes) { this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length); }

  View.prototype.u16 = function (at) { return this.view.getUint16(at, true); };
  View.prototype.u32 = function (at) { return this.view.getUint32(at, true); };

  /* --- reading */

  /* A name in bytes that are no UTF-8 holds backslashes in place of what cannot be read. */
  function nameOf(bytes) {
    var name = own.decode(bytes);
    return name === null ? Array.from(bytes, function (each) {
      return each < 128 ? String.fromCharCode(each) : "\\x" + each.toString(16);
    }).join("") : name;
  }

  function lineAt(view, at) {
    return {
      madeBy: view.u16(at + 4), flags: view.u16(at + 8), method: view.u16(at + 10),
      crc: view.u32(at + 16), packed: view.u32(at + 20), size: view.u32(at + 24),
      extra: view.u16(at + 30), comment: view.u16(at + 32), disk: view.u16(at + 34),
      outside: view.u32(at + 38), offset: view.u32(at + 42), nameLength: view.u16(at + 28), from: at
    };
  }

  function refuseKind(line) {
    var kind = line.outside >>> 16;
    if (line.madeBy >> 8 === UNIX && (kind & KIND) !== REGULAR && kind & KIND) {
      own.refuse((kind & KIND) === LINK ? "link" : "special", line.name);
    }
  }

  function judged(line) {
    own.need(!(line.flags & ENCRYPTED), "encrypted", line.name);
    refuseKind(line);
    var fault = own.names.check(line.name);
    own.need(fault === null, fault, line.name);
    own.need(line.disk !== MOST && Math.max(line.packed, line.size, line.offset) !== LARGEST, "zip64", line.name);
    own.need(!(line.flags & ~UTF8) && (line.method === STORED || line.method === DEFLATED) &&
      !line.extra && !line.comment && !line.disk, "unusual", line.name);
    line.end = line.offset + LOCAL + line.nameLength + line.packed;
    return line;
  }

  function hasMark(bytes) {
    for (var i = 0; i + 4 <= bytes.length; i += 1) {
      if (bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 5 && bytes[i + 3] === 6) { return true; }
    }
    return false;
  }

  function linesOf(bytes, view, at, end) {
    var lines = [];
    while (at < end) {
      own.need(end - at >= CENTRAL && view.u32(at) === CENTRAL_MARK, "directory");
      var line = lineAt(view, at);
      at += CENTRAL + line.nameLength;
      line.rawName = bytes.subarray(at - line.nameLength, at);
      at += line.extra + line.comment;
      own.need(at <= end, "directory");
      line.name = nameOf(line.rawName);
      lines.push(judged(line));
    }
    return lines;
  }

  function directoryOf(bytes, view) {
    var at = bytes.length - END;
    if (at < 0 || view.u32(at) !== END_MARK) { own.refuse(hasMark(bytes) ? "after" : "no-zip"); }
    var disk = view.u16(at + 4), here = view.u16(at + 8), count = view.u16(at + 10);
    var size = view.u32(at + 12), start = view.u32(at + 16);
    own.need(here !== MOST && count !== MOST && disk !== MOST && start <= bytes.length &&
      !(at >= LOCATOR && view.u32(at - LOCATOR) === LOCATOR_MARK), "zip64");
    own.need(!view.u16(at + 20) && !disk && !view.u16(at + 6) && here === count && start + size === at, "directory");
    own.need(count <= LIMITS.files, "many-files", "", { limit: LIMITS.files });
    var lines = linesOf(bytes, view, start, at);
    own.need(lines.length === count, "directory");
    return { lines: lines, start: start };
  }

  function refuseSizes(lines) {
    lines.reduce(function (total, line) {
      own.need(line.size <= LIMITS.file && total + line.size <= LIMITS.total, "bomb", line.name);
      own.need(line.size <= line.packed * (line.method === DEFLATED ? WORST_RATIO : 1), "damaged", line.name);
      return total + line.size;
    }, 0);
  }

  function refuseGaps(lines, directory) {
    var end = lines.slice().sort(function (one, other) { return one.offset - other.offset; })
      .reduce(function (at, line) {
        own.need(line.offset === at, line.offset < at ? "overlap" : "between", line.name);
        return line.end;
      }, 0);
    own.need(end === directory, end > directory ? "overlap" : "between");
  }

  /* What stands from the version on is equal in both heads of an entry; only `extra` is the first's own. */
  function refuseOtherHead(bytes, view, line) {
    var at = line.offset, name = at + LOCAL;
    own.need(view.u32(at) === LOCAL_MARK &&
      own.same(bytes.subarray(at + 6, at + 28), bytes.subarray(line.from + 8, line.from + 30)) &&
      view.u16(at + 28) === 0 &&
      own.same(bytes.subarray(name, name + line.nameLength), line.rawName), "two-heads", line.name);
  }

  function entries(bytes) {
    own.need(bytes.length <= LIMITS.archive, "too-large", "", { limit: LIMITS.archive });
    var view = new View(bytes);
    var found = directoryOf(bytes, view);
    own.names.refuseClashes(found.lines.map(function (line) { return line.name; }));
    refuseSizes(found.lines);
    refuseGaps(found.lines, found.start);
    var stored = {};
    found.lines.forEach(function (line) {
      refuseOtherHead(bytes, view, line);
      stored[line.name] = {
        method: line.method, crc: line.crc, size: line.size,
        stream: bytes.subarray(line.end - line.packed, line.end)
      };
    });
    return stored;
  }

  /* --- inflating: never more than was declared */

  async function inflate(stream, size, codes, name) {
    var reader = new Blob([stream]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    var whole = new Uint8Array(size);
    var at = 0;
    for (;;) {
      var piece;
      try {
        piece = await reader.read();
      } catch (problem) {
        own.refuse(codes.damaged, name);
      }
      if (piece.done) { break; }
      if (at + piece.value.length > size) {
        reader.cancel().catch(function () { return null; }); // nobody waits for what is too much
        own.refuse(codes.more, name);
      }
      whole.set(piece.value, at);
      at += piece.value.length;
    }
    own.need(at === size, codes.damaged, name);
    return whole;
  }

  async function inflated(path, entry) {
    var content = entry.method === DEFLATED
      ? await inflate(entry.stream, entry.size, { more: "bomb", damaged: "damaged" }, path)
      : entry.stream;
    own.need(content.length === entry.size && crc32(content) === entry.crc, "damaged", path);
    return content;
  }

  /* --- writing */

  function put(view, at, width, values) {
    values.forEach(function (value, i) {
      view[width === 2 ? "setUint16" : "setUint32"](at + i * width, value, true);
    });
  }

  /* What both heads of an entry share: flags to the length of the name, 22 bytes. */
  function putCommon(view, at, entry, nameLength) {
    put(view, at, 2, [UTF8, entry.method, 0, DAY]);
    put(view, at + 8, 4, [entry.crc, entry.stream.length, entry.size]);
    put(view, at + 20, 2, [nameLength]);
  }

  function heads(path, entry, at) {
    var name = own.encode(path);
    var local = new Uint8Array(LOCAL), central = new Uint8Array(CENTRAL);
    var first = new DataView(local.buffer), second = new DataView(central.buffer);
    put(first, 0, 4, [LOCAL_MARK]);
    put(first, 4, 2, [VERSION]);
    putCommon(first, 6, entry, name.length);
    put(second, 0, 4, [CENTRAL_MARK]);
    put(second, 4, 2, [VERSION, VERSION]);
    putCommon(second, 8, entry, name.length);
    put(second, 42, 4, [at]);
    return { local: own.joined([local, name]), central: own.joined([central, name]) };
  }

  function archive(stored) {
    var local = [], central = [];
    var at = Object.keys(stored).sort(own.byPath).reduce(function (at, path) {
      var made = heads(path, stored[path], at);
      local.push(made.local, stored[path].stream);
      central.push(made.central);
      return at + made.local.length + stored[path].stream.length;
    }, 0);
    var end = new Uint8Array(END), view = new DataView(end.buffer);
    var directory = own.joined(central);
    put(view, 0, 4, [END_MARK]);
    put(view, 8, 2, [central.length, central.length]);
    put(view, 12, 4, [directory.length, at]);
    return own.joined(local.concat([directory, end]));
  }

  own.zips = {
    entries: entries,
    inflate: inflate,
    inflated: inflated,
    archive: archive,

    /* A content as an entry that is only stored. */
    stored: function (content) {
      return { method: STORED, crc: crc32(content), size: content.length, stream: content };
    }
  };
}());
