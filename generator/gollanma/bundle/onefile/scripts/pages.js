/* Shows one page of a file that holds them all. The pages lie in <noscript>, where a browser with
   scripts reads them as plain letters: it opens the file quickly, and a page comes to life when it
   is wanted. Nothing is stored; where one has been is known to this window alone. */
(function () {
  "use strict";

  var dress = window.gollanmaPage.dress;
  var main = document.getElementById("main");
  var name = main.getAttribute("data-name");
  var folder = main.getAttribute("data-folder");
  var HOME = "index";

  var asleep = Object.create(null); // what holds a page, by the page's id
  var pages = Object.create(null); // a page's id, by the short name before its places
  var shorts = Object.create(null);
  var scrolls = Object.create(null); // how far a place was rolled, by its fragment
  var shown = null;
  var here = "";
  var isFollowing = false;

  function learn(id, short) {
    pages[short] = id;
    shorts[id] = short;
  }

  function fragment() {
    return decodeURIComponent(window.location.hash.slice(1));
  }

  /* The page that a fragment names, or that holds the place it names; nothing for other places. */
  function pageOf(wanted) {
    var short = wanted.indexOf("~") > 0 ? wanted.split("~")[0] : "";
    var id = short ? pages[short] : wanted;
    return id && shorts[id] ? id : "";
  }

  /* A page comes to life as the browser would have read it without scripts: it is part of this file,
     whose whole bytes are signed; nothing from elsewhere gets here. */
  function wake(id) {
    var rest = asleep[id];
    if (!rest) { return document.getElementById(id); }
    delete asleep[id];
    var read = new window.DOMParser().parseFromString(rest.textContent, "text/html");
    var page = read.body.firstElementChild;
    main.replaceChild(page, rest);
    dress(page);
    return page;
  }

  /* What the window is called: as the page's heading, or otherwise where that tells too much. */
  function titleOf(page) {
    return page.getAttribute("data-title") || page.querySelector("h1").textContent;
  }

  function dressFrame(page) {
    var classes = page.className.split(" ").filter(function (each) {
      return each.indexOf("page-") === 0 || each === "has-exit";
    });
    document.body.className = classes.join(" ");
    document.documentElement.classList.toggle("sample", main.hasAttribute("data-demo") || page.classList.contains("sample"));
    document.title = page.id === HOME ? name + ": " + titleOf(page) : titleOf(page) + " · " + name;
  }

  function show(id) {
    var page = wake(id);
    if (page === shown) { return; }
    if (window.gollanmaFound) { window.gollanmaFound.results.close(); }
    if (shown) { shown.classList.remove("on"); }
    page.classList.add("on");
    page.tabIndex = -1;
    shown = page;
    dressFrame(page);
    if (window.gollanmaCopy.sayReview) { window.gollanmaCopy.sayReview(id); }
    if (window.gollanmaWithdrawn) { window.gollanmaWithdrawn.showIn(page.querySelector(".in"), id); }
  }

  function rollTo(top) {
    window.scrollTo({ top: top, behavior: "instant" });
  }

  /* Go to the place that the address names; one who goes back finds it as it was left. */
  function arrive() {
    var wanted = fragment();
    var id = wanted ? pageOf(wanted) : HOME;
    var isReturning = !isFollowing && wanted in scrolls;
    isFollowing = false;
    if (!id) { return; }
    here = wanted;
    show(id);
    window.gollanmaPage.openTarget();
    if (isReturning) {
      rollTo(scrolls[wanted]);
    } else if (id === wanted || !wanted) {
      shown.focus({ preventScroll: true });
      rollTo(0);
    } else {
      document.getElementById(wanted).scrollIntoView();
    }
  }

  /* The page is there before the browser looks for the place. */
  function follow(event) {
    var way = event.target.closest('a[href^="#"]');
    var wanted = way && way.getAttribute("href").slice(1);
    if (!way || event.button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (way.classList.contains("exit") || !pageOf(wanted)) { return; }
    isFollowing = wanted !== fragment();
    show(pageOf(wanted));
  }

  /* Nothing of the handbook stays in the window, and nothing comes back by "back". */
  window.gollanmaPage.leave = function (href) {
    var page = wake(href.split("#")[1]);
    var title = titleOf(page);
    window.removeEventListener("hashchange", arrive);
    asleep = pages = shorts = scrolls = Object.create(null);
    document.title = title;
    document.body.className = "page-neutral";
    document.body.textContent = "";
    document.body.appendChild(page);
    page.classList.add("on");
    window.location.replace(href);
  };

  learn(HOME, main.getAttribute("data-in"));
  Array.prototype.forEach.call(main.querySelectorAll("noscript"), function (each) {
    var id = /^<article id=([^ ]+)/.exec(each.textContent.slice(0, 200))[1];
    learn(id, each.getAttribute("data-in"));
    asleep[id] = each;
  });

  window.gollanmaWays = {
    to: function (url) {
      var parts = url.slice(folder.length).split("#");
      var id = parts[0].replace(/\.html$/, "");
      return "#" + (parts[1] ? shorts[id] + "~" + parts[1] : id);
    },
    pageOf: pageOf,
    search: "#search",
    terms: "#term/index",
    canBeShared: false,
    isDiscreet: function () { return shown.classList.contains("has-exit"); }
  };

  if ("scrollRestoration" in window.history) { window.history.scrollRestoration = "manual"; }
  document.addEventListener("click", follow, true);
  window.addEventListener("hashchange", arrive);
  window.addEventListener("scroll", function () { scrolls[here] = window.scrollY; }, { passive: true });
  arrive();
}());
