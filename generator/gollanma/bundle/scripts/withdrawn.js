/* In a copy: leads to the pages that check the next one, says on a page that it was withdrawn, and
   beside every link to one. Joined to the script of copies, which holds what notices this copy
   brought; others were entered and are remembered by the device, letters that tell a mark and no
   name. They count only when they are proven again. */
(function () {
  "use strict";

  var copy = window.gollanmaCopy;
  var words = window.gollanmaWithdrawnWords[document.documentElement.lang];
  var root = document.currentScript.src.replace(/assets\/[^/]*$/, ""); // empty in the one file
  var STORE = "gollanma-recalls";
  var MOST = 50;
  var PRIME = 0x1b3; // of FNV-1a: the other half of its 64 bits moves the number by 40 bits
  var marks = {}; // by the mark of an address: the day from which it is withdrawn

  /* --- marks */

  function hex(number) { return ("0000000" + number.toString(16)).slice(-8); }

  function markOf(address) {
    var bytes = new TextEncoder().encode(address);
    var high = 0xcbf29ce4, low = 0x84222325;
    bytes.forEach(function (byte) {
      low = (low ^ byte) >>> 0;
      var product = low * PRIME;
      high = (high * PRIME + low * 256 + Math.floor(product / 0x100000000)) % 0x100000000;
      low = product % 0x100000000;
    });
    return hex(high) + hex(low);
  }

  /* The address of a page of this copy, without its language and its end; empty for another. */
  function addressOf(url) {
    var plain = url.split(/[?#]/)[0];
    if (!plain.startsWith(root) || !plain.endsWith(".html")) { return ""; }
    var parts = plain.slice(root.length, -5).split("/");
    return (copy.languages.indexOf(parts[0]) >= 0 ? parts.slice(1) : parts).join("/");
  }

  /* Where a link leads: in the one file to a page that its fragment names. */
  function goalOf(way) {
    if (root) { return addressOf(way.href); }
    var written = way.getAttribute("href");
    return written[0] === "#" ? window.gollanmaWays.pageOf(written.slice(1)) : "";
  }

  /* The day from which a page is withdrawn: it, or what it is a part of or goes with. */
  function dayOf(address) {
    for (var at = address; at; at = at.slice(0, Math.max(at.lastIndexOf("/"), at.lastIndexOf("--"), 0))) {
      var day = marks[markOf(at)];
      if (day) { return day; }
    }
    return "";
  }

  /* --- what is shown */

  function make(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function said(sentence, day) { return sentence.replace("{day}", day.split("-").reverse().join(".")); }

  /* Above the words of a page, if it is withdrawn. */
  function showIn(place, address) {
    var day = dayOf(address);
    if (!day || place.querySelector(".withdrawn")) { return; }
    var banner = make("section", "withdrawn", "");
    banner.setAttribute("role", "alert");
    banner.appendChild(make("h2", "", words.title));
    banner.appendChild(make("p", "", said(words.page, day)));
    place.insertBefore(banner, place.firstChild);
  }

  function showOnPage() {
    var main = document.getElementById("main");
    if (main && root) { showIn(main, addressOf(window.location.href)); }
    var shown = root ? null : document.querySelector("article.on");
    if (shown) { showIn(shown.querySelector(".in") || shown, shown.id); }
  }

  function isElsewhere(way) {
    return !way.hasAttribute("data-withdrawn") && !way.closest(".langs, .crumbs, .exit, .skip, .copy-answer") &&
      (!root || way.href.split("#")[0] !== window.location.href.split("#")[0]);
  }

  function showOnLinks() {
    Array.prototype.filter.call(document.querySelectorAll("a[href]"), isElsewhere).forEach(function (way) {
      if (dayOf(goalOf(way))) {
        way.setAttribute("data-withdrawn", "");
        way.appendChild(document.createTextNode(" "));
        way.appendChild(make("span", "tag tag-stop", words.link));
      }
    });
  }

  var isWatching = false;

  function show() {
    showOnPage();
    showOnLinks();
    if (!isWatching && Object.keys(marks).length) {
      isWatching = true;
      new MutationObserver(showOnLinks).observe(document.body, { childList: true, subtree: true });
    }
  }

  /* The handbook in one file has no pages beside it: what takes a notice is asleep in it. */
  function offerEntering(foot) {
    var asleep = document.getElementById("_recall");
    if (!asleep) { return; }
    var button = make("button", "btn", words.ways[words.ways.length - 1][1]);
    var line = make("p", "screen row", "");
    button.type = "button";
    button.addEventListener("click", function () {
      var script = document.createElement("script");
      script.textContent = asleep.textContent;
      line.remove();
      document.head.appendChild(script);
    });
    line.appendChild(button);
    foot.insertBefore(line, foot.firstChild);
  }

  /* The ways to the pages that copies alone have: the site has no such pages, and its own the same foot. */
  function offerWays() {
    var foot = document.querySelector(".foot-text");
    if (!foot) { return; }
    if (!root) { offerEntering(foot); return; }
    var lang = document.documentElement.lang + "/";
    var folder = root + (window.location.href.slice(root.length, root.length + lang.length) === lang ? lang : "");
    var line = make("p", "screen copy-ways", "");
    line.appendChild(make("b", "", words.menu + ":"));
    words.ways.forEach(function (each) {
      var way = make("a", "", each[1]);
      way.href = folder + each[0];
      line.appendChild(document.createTextNode(" "));
      line.appendChild(way);
    });
    foot.insertBefore(line, foot.firstChild);
  }

  /* --- what the device remembers */

  function remembered() {
    if (!root) { return []; } // the one file stores nothing and asks for nothing stored
    try {
      var kept = JSON.parse(window.localStorage.getItem(STORE) || "[]");
      return Array.isArray(kept) ? kept.filter(function (each) { return typeof each === "string"; }) : [];
    } catch (problem) {
      return []; // a browser may have no store for files, or another page may have spoilt it
    }
  }

  function remember(text) {
    if (!root) { return false; }
    try {
      var kept = remembered().filter(function (each) { return each !== text; }).concat(text).slice(-MOST);
      window.localStorage.setItem(STORE, JSON.stringify(kept));
    } catch (problem) {
      return false;
    }
    return remembered().indexOf(text) >= 0 && !isKeptPerFile();
  }

  /* Firefox keeps for each file apart what a page of a folder stores: no other page would know it. */
  function isKeptPerFile() {
    return window.location.protocol === "file:" && CSS.supports("-moz-appearance", "none");
  }

  function bring(name, then) {
    var script = document.createElement("script");
    script.src = root + "assets/" + name;
    script.onload = then;
    document.head.appendChild(script);
  }

  function prove(texts) {
    texts.forEach(function (text) {
      var notice = window.gollanmaBundle.provenNotice(text);
      if (notice && notice.first <= copy.version && copy.version <= notice.last) { add(notice.mark, notice.day); }
    });
    show();
  }

  function add(mark, day) {
    if (!marks[mark] || day < marks[mark]) { marks[mark] = day; }
  }

  Object.keys(copy.withdrawn || {}).forEach(function (mark) { add(mark, copy.withdrawn[mark]); });

  window.gollanmaWithdrawn = {
    markOf: markOf, dayOf: dayOf, add: add, show: show, showIn: showIn, remember: remember
  };

  function start() {
    offerWays();
    show();
    var texts = remembered();
    if (!texts.length) { return; }
    if (window.gollanmaBundle) {
      prove(texts);
    } else if (root) {
      bring("library.js", function () {
        bring("bundle.js", function () { prove(texts); });
      });
    }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
}());
