/* What the box and the results share: sentences of the page's language, elements, ways.
   Whatever was typed or found becomes text, never markup. ES2018, no modules. */
(function () {
  "use strict";

  var lang = document.documentElement.lang;
  var said = window.gollanmaSentences;
  var words = said.words[lang];
  var ways = window.gollanmaWays || waysBeside(document.currentScript.src);

  /* Where links lead from a page that has all others beside it. */
  function waysBeside(script) {
    var root = new URL("../../", script).href;
    var search = document.querySelector("a.find").href;
    var isDiscreet = document.body.classList.contains("has-exit");
    return {
      to: function (url) { return root + url; },
      search: search,
      terms: new URL("term/index.html", search).href,
      canBeShared: true,
      isDiscreet: function () { return isDiscreet; }
    };
  }

  /* A character that is not seen, or turns the line around, or is half a sign. */
  var UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;
  var HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
  var LONGEST = 200;

  function clean(text) {
    return text.slice(0, LONGEST).replace(UNSEEN, " ").replace(HALF, "$1 ").trim();
  }

  function fill(node, children) {
    [].concat(children).forEach(function (child) {
      if (child instanceof Node) {
        node.appendChild(child);
      } else if (child !== null && child !== undefined && child !== "") {
        node.appendChild(document.createTextNode(String(child)));
      }
    });
    return node;
  }

  function make(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (each) {
      node.setAttribute(each, attributes[each]);
    });
    return fill(node, children === undefined ? [] : children);
  }

  /* A sentence as a list: its words, and in its holes what fills them, text or element. */
  function tell(key, values) {
    return words[key].split(/\{([a-z]+)\}/).map(function (piece, place) {
      return place % 2 ? values[piece] : piece;
    });
  }

  function say(key, values) {
    return tell(key, values).join("");
  }

  function button(key, values, act, more) {
    var node = make("button", { type: "button", class: "btn" + (more || "") }, tell(key, values));
    node.addEventListener("click", act);
    return node;
  }

  function marked(snippet) {
    return snippet.map(function (piece) {
      return piece[1] ? make("mark", {}, piece[0]) : piece[0];
    });
  }

  /* Kind, code, and how far it has come, in a word with an edge. */
  function tags(result) {
    var state = [result.statusLabel, result.sample ? words.sample : ""].filter(Boolean).join(" · ");
    var tone = result.sample ? "warn" : said.tones[result.status] || "warn";
    return [
      make("span", {}, result.kindLabel),
      result.code ? make("span", { class: "code" }, result.code) : "",
      state ? make("span", { class: "tag tag-" + tone }, state) : ""
    ];
  }

  /* What the engine has to say of itself, by the key of a sentence. */
  function noticeOf(answer) {
    return answer.notice ? words[answer.notice] || answer.notice : "";
  }

  /* The words of other languages that were used, and for which of ours. */
  function foreign(answer) {
    return answer.across.filter(function (each) { return each.lang !== lang; });
  }

  function pairs(answer) {
    return foreign(answer).map(function (each) {
      return each.label ? each.typed + " → " + each.label : each.typed;
    });
  }

  /* Choices by the name of their facet; a name from an address may be any word. */
  function none() {
    return Object.create(null);
  }

  window.gollanmaFound = {
    lang: lang,
    ways: ways,
    isSearchPage: ways.canBeShared && document.body.classList.contains("page-search"),
    clean: clean,
    none: none,
    fill: fill,
    make: make,
    tell: tell,
    say: say,
    button: button,
    marked: marked,
    noticeOf: noticeOf,
    foreign: foreign,
    pairs: pairs,
    tags: tags
  };
}());
