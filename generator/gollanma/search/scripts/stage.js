/* Where all results are shown: in the place of the page's content, which they give back.
   While a page with a quick exit is among them, the exit stands by. ES2018, no modules. */
(function () {
  "use strict";

  var page = window.gollanmaFound;
  var make = page.make;
  var main = document.getElementById("main");
  var frame = main.parentNode;
  var bar = document.querySelector(".top");
  var put = null; // what was put aside
  var exit = bar.querySelector("a.exit");

  var stage = {
    place: make("div", { class: "found" }),
    status: make("p", { class: "vh", role: "status" }),
    side: make("form", { class: "side", id: "_facets", "aria-label": page.say("filters") })
  };

  function putAside(nodes) {
    Array.prototype.forEach.call(nodes, function (node) {
      if (node !== main && !node.hidden) {
        node.hidden = true;
        put.hidden.push(node);
      }
    });
  }

  stage.open = function () {
    if (put) { return; }
    put = { layout: frame.className, scroll: window.scrollY, hidden: [] };
    putAside(main.children);
    putAside(frame.children);
    page.fill(main, [stage.place, stage.status]);
    frame.appendChild(stage.side);
  };

  /* With choices beside the results, or without. */
  stage.layOut = function (hasChoices) {
    stage.side.hidden = !hasChoices;
    frame.className = "frame results " + (hasChoices ? "frame-wide" : "frame-full");
  };

  stage.close = function () {
    var was = put;
    if (!was) { return; }
    put = null;
    [stage.place, stage.status, stage.side].forEach(function (node) {
      node.textContent = "";
      node.remove();
    });
    was.hidden.forEach(function (node) { node.hidden = false; });
    frame.className = was.layout;
    if (!page.ways.isDiscreet()) { withdrawExit(); }
    main.focus({ preventScroll: true });
    window.scrollTo({ top: was.scroll, behavior: "instant" });
  };

  stage.isOpen = function () {
    return put !== null;
  };

  function makeExit() {
    var way = window.gollanmaPage.exit;
    exit = make("a", { class: "exit", rel: "noreferrer", href: way }, page.tell("exit"));
  }

  stage.showExit = function () {
    if (!exit) { makeExit(); }
    bar.appendChild(exit);
    document.body.classList.add("has-exit");
  };

  function withdrawExit() {
    if (exit) { exit.remove(); }
    document.body.classList.remove("has-exit");
  }

  page.stage = stage;
}());
