/* How old a copy is, by the clock of the device; nothing is asked of anybody and nothing is kept. */
(function () {
  "use strict";

  var copy = window.gollanmaCopy;
  var own = document.currentScript;
  var lang = document.documentElement.lang;
  var words = window.gollanmaAging[lang];
  if (!words || !document.getElementById("main")) { return; }

  /* Days as numbers: written alike, they sort as texts. */
  function today() {
    var now = new Date();
    var two = function (n) { return (n < 10 ? "0" : "") + n; };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  /* Whole months that have gone by. */
  function monthsBetween(from, to) {
    var a = from.split("-").map(Number), b = to.split("-").map(Number);
    return (b[0] - a[0]) * 12 + b[1] - a[1] - (b[2] < a[2] ? 1 : 0);
  }

  /* The address of a page without its language and its ending, as reviews name it. */
  function place() {
    var root = own.src.replace(/assets\/[^\/]*$/, "");
    var here = window.location.href.split(/[?#]/)[0];
    var parts = here.slice(0, root.length) === root ? here.slice(root.length).split("/") : [""];
    if (parts.length > 1 && parts[0] === document.documentElement.lang) { parts.shift(); }
    return parts.join("/").replace(/\.html$/, "");
  }

  function dated(sentence, day) { return sentence.replace("{date}", copy.days[lang][day]); }

  function notice(text, tone) {
    var line = document.createElement("p");
    line.className = "note copy-note " + tone;
    line.textContent = text;
    var main = document.getElementById("main");
    main.insertBefore(line, main.firstChild);
  }

  function inFoot(text) {
    var line = document.querySelector(".foot .copy-days");
    if (line) { line.textContent = " " + text; }
  }

  function sayAge(day) {
    var months = monthsBetween(copy.made, day);
    if (months > 0) { inFoot(words.ages[months - 1] || words.older); }
  }

  /* The one file shows another page without loading it: the note of the page before goes. */
  function sayReview(page) {
    var due = Object.keys(copy.reviews).filter(function (each) { return copy.reviews[each].indexOf(page) >= 0; })[0];
    Array.prototype.forEach.call(document.querySelectorAll(".copy-due"), function (line) { line.remove(); });
    if (due && due < day) { notice(dated(words.overdue, due), "note-warn copy-due"); }
  }

  function sayStale(day) {
    if (!copy.stale_from || day < copy.stale_from) { return; }
    var line = document.createElement("p"), foot = document.querySelector(".foot-text");
    line.className = "aged";
    line.textContent = words.stale;
    foot.insertBefore(line, foot.firstChild);
  }

  var day = today();
  sayStale(day);
  if (copy.form === "site") { return; }
  if (day < copy.made) {
    notice(dated(words.before, copy.made), "note-warn");
    return;
  }
  sayAge(day);
  sayReview(place());
  copy.sayReview = sayReview;
  if (copy.review_by < day) { notice(dated(words.over, copy.review_by), "note-stop"); }
}());
