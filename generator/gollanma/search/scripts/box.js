/* The search box: an editable combobox with a list, as the ARIA practices describe it.
   What is typed stays in the field until the page is left. ES2018, no modules. */
(function () {
  "use strict";

  var page = window.gollanmaFound;
  var results = page.results;
  var make = page.make;
  var MOST = 6;
  var PATIENCE = 700; // a screen reader is told when the typing rests

  function line(result) {
    return make("span", { class: "find-line" }, page.marked(result.snippet));
  }

  function optionOf(result) {
    return make("a", { href: page.ways.to(result.url) }, [
      make("span", { class: "find-title" }, result.title),
      make("span", { class: "tags" }, page.tags(result)),
      result.snippet.length ? line(result) : ""
    ]);
  }

  function link(href, words) {
    return make("a", { href: href }, make("span", { class: "find-title" }, words));
  }

  function Box(form) {
    var box = this;
    box.form = form;
    box.input = form.querySelector("input");
    box.options = [];
    box.active = -1;
    box.list = make("div", { id: box.input.id + "-list", class: "find-options", role: "listbox", tabindex: "-1", "aria-label": page.say("list") });
    box.note = make("p", { class: "find-note" });
    box.popup = make("div", { class: "find-popup", hidden: "" }, [box.note, box.list]);
    box.status = make("p", { class: "vh", role: "status" });
    box.shut = make("button", { type: "button", class: "btn find-shut", "aria-label": page.say("close") }, "×");
    box.shut.addEventListener("click", function () { box.leave(); });
    page.fill(form.querySelector(".find-in"), [box.shut, box.popup, box.status]);
    box.input.setAttribute("aria-controls", box.list.id);
    box.listen();
  }

  Box.prototype.listen = function () {
    var box = this;
    box.input.addEventListener("input", function () { box.search(); });
    box.input.addEventListener("keydown", function (event) { box.key(event); });
    box.input.addEventListener("click", function () { box.begin(); });
    box.form.addEventListener("focusin", function () { box.form.classList.add("is-on"); });
    box.form.addEventListener("focusout", function (event) {
      if (!box.form.contains(event.relatedTarget)) { box.leave(); }
    });
    box.form.addEventListener("submit", function () { box.ask(); });
    box.popup.addEventListener("mousedown", function (event) { event.preventDefault(); });
    box.popup.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) { box.choose(option); }
    });
  };

  /* --- asking */

  Box.prototype.query = function () {
    return page.clean(this.input.value);
  };

  Box.prototype.begin = function () {
    if (this.query() && this.popup.hidden) { this.search(); }
  };

  Box.prototype.search = function () {
    var box = this;
    var query = box.query();
    if (!query) {
      box.close();
      return;
    }
    window.gollanmaSearch.search(query, {
      lang: page.lang, across: true, facets: null, limit: MOST, offset: 0
    }, function (answer) {
      var isOn = box.form.contains(document.activeElement);
      if (isOn && box.query() === query) { box.show(answer); }
    });
  };

  Box.prototype.ask = function () {
    var query = this.query();
    this.close();
    if (query) {
      this.input.blur();
      results.show(query);
    } else {
      this.input.focus();
    }
  };

  /* --- the list */

  Box.prototype.show = function (answer) {
    var box = this;
    var found = answer.results.map(optionOf);
    var nothing = !found.length;
    box.options = found.concat(box.further(answer, nothing));
    box.options.forEach(function (option, place) {
      option.id = box.input.id + "-" + place;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1;
    });
    box.list.textContent = "";
    page.fill(box.list, box.options);
    box.tellNote(answer, nothing);
    box.popup.hidden = false;
    box.list.scrollTop = 0;
    box.select(-1);
    box.input.setAttribute("aria-expanded", "true");
    box.announce(nothing ? page.say("none") : page.say("count", { n: answer.total }));
  };

  /* What stands below the results: another word, near terms, everything that was found. */
  Box.prototype.further = function (answer, nothing) {
    var box = this;
    var options = [];
    if (answer.suggestion) {
      options.push(make("div", { "data-words": answer.suggestion }, page.tell("suggestion", {
        words: make("b", {}, answer.suggestion)
      })));
    }
    if (nothing) {
      answer.nearest.forEach(function (near) { options.push(link(page.ways.to(near.url), near.title)); });
      options.push(link(page.ways.terms, page.say("terms")));
    } else {
      options.push(make("div", { "data-all": "", class: "find-all" }, page.tell("all", { n: answer.total })));
    }
    return options;
  };

  Box.prototype.tellNote = function (answer, nothing) {
    var near = nothing && answer.nearest.length ? ". " + page.say("nearest") + ":" : "";
    var empty = nothing ? page.say("none") + near : "";
    this.note.textContent = page.noticeOf(answer) || empty || page.pairs(answer).join(" · ");
    this.note.hidden = !this.note.textContent;
  };

  Box.prototype.announce = function (words) {
    var box = this;
    window.clearTimeout(box.timer);
    box.timer = window.setTimeout(function () { box.status.textContent = words; }, PATIENCE);
  };

  Box.prototype.select = function (place) {
    var before = this.options[this.active];
    var option = this.options[place];
    if (before) { before.setAttribute("aria-selected", "false"); }
    this.active = option ? place : -1;
    if (option) {
      option.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  };

  Box.prototype.choose = function (option) {
    var box = this;
    var words = option.getAttribute("data-words");
    if (words !== null) {
      box.input.value = words;
      box.search();
    } else if (option.hasAttribute("data-all")) {
      box.ask();
    } else {
      window.setTimeout(function () { box.clear(); }, 0); // the link leads on first
    }
  };

  Box.prototype.close = function () {
    window.clearTimeout(this.timer);
    this.popup.hidden = true;
    this.options = [];
    this.list.textContent = "";
    this.status.textContent = "";
    this.select(-1);
    this.input.setAttribute("aria-expanded", "false");
  };

  Box.prototype.leave = function () {
    this.close();
    this.form.classList.remove("is-on");
    if (this.form.contains(document.activeElement)) { document.activeElement.blur(); }
  };

  Box.prototype.clear = function () {
    this.close();
    this.input.value = "";
  };

  /* --- keys: those of the text field keep their meaning */

  Box.prototype.key = function (event) {
    if (event.isComposing || event.keyCode === 229) { return; }
    var act = this.keys[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.shiftKey && act.call(this, event)) {
      event.preventDefault();
    }
  };

  Box.prototype.move = function (step) {
    if (this.popup.hidden) {
      this.begin();
      return true;
    }
    var places = this.options.length + 1; // the field itself is one of them
    this.select((this.active + 1 + step + places) % places - 1);
    return true;
  };

  Box.prototype.keys = {
    ArrowDown: function () { return this.move(1); },
    ArrowUp: function (event) {
      if (!event.altKey) { return this.move(-1); }
      this.close();
      return true;
    },
    Enter: function () {
      var option = this.options[this.active];
      if (option) { option.click(); }
      return Boolean(option);
    },
    Escape: function (event) {
      event.stopPropagation();
      if (!this.popup.hidden) {
        this.close();
      } else if (this.input.value) {
        this.clear();
      } else {
        results.close();
        this.leave();
      }
      return true;
    }
  };

  var boxes = Array.prototype.map.call(document.querySelectorAll("form.find"), function (form) {
    return new Box(form);
  });

  results.onWords = function (query) {
    boxes.forEach(function (box) { box.input.value = query; });
  };

  /* Nobody who comes back to this page sees what was typed. */
  function forget() {
    boxes.forEach(function (box) { box.clear(); });
    results.close();
  }
  window.addEventListener("pagehide", forget);
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { forget(); }
  });

  /* What was typed and asked before this script came. */
  results.openAddress();
  boxes.forEach(function (box) {
    var wasAsked = box.form.hasAttribute("data-asked");
    box.form.removeAttribute("data-asked");
    if (wasAsked) {
      box.ask();
    } else if (box.form.contains(document.activeElement)) {
      box.form.classList.add("is-on");
      box.begin();
    }
  });
}());
