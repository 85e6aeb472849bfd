/* Brings the program that says how old a copy is; to a site not before its content has grown old. */
(function () {
  "use strict";

  var copy = window.gollanmaCopy;
  var DAY = 86400000; // sooner by one: the program asks again, by the clock where it runs
  var isOld = copy.stale_from && new Date(copy.stale_from) - new Date() < DAY;
  if (copy.form === "site" && !isOld) { return; }
  var script = document.createElement("script");
  script.src = document.currentScript.src.replace(/[^/]*$/, "") + copy.program;
  document.head.appendChild(script);
}());
