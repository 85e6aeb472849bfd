/* In the handbook in one file: the form for a notice, which elsewhere is a page of its own. */
(function () {
  "use strict";

  var words = window.gollanmaBundleWords[document.documentElement.lang];

  function make(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    children.forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  function say(what) { return words["recall." + what]; }

  var field = make("textarea", {
    id: "_text", rows: "6", maxlength: "600", autocapitalize: "characters", autocomplete: "off", spellcheck: "false"
  }, []);

  document.querySelector(".foot").insertBefore(make("section", { class: "text screen" }, [
    make("h2", {}, [say("heading")]),
    make("p", {}, [say("lead")]),
    make("p", { id: "_held", class: "small soft" }, [make("span", {}, [])]),
    make("form", { id: "_copy", class: "copy-form", "data-work": "recall" }, [
      make("p", {}, [make("label", { for: "_text" }, [say("text")]), field, make("span", { class: "hint" }, [say("hint")])]),
      make("p", { class: "row" }, [make("button", { class: "btn btn-main" }, [say("go")])])
    ]),
    make("div", { id: "_state", role: "status" }, []),
    make("progress", { id: "_done", hidden: "" }, []),
    make("section", { id: "_answer", class: "copy-answer", tabindex: "-1", hidden: "" }, [])
  ]), document.querySelector(".foot").firstChild);
  field.focus();
}());
