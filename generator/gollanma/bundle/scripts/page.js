/* What the pages of copies say: words of the reader's language, filled, and an answer to be read. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var lang = document.documentElement.lang;
  var words = window.gollanmaBundleWords[lang];
  var state = document.getElementById("_state");
  var done = document.getElementById("_done");
  var answer = document.getElementById("_answer");

  function dated(value) {
    return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? value.split("-").reverse().join(".") : String(value);
  }

  function formOf(forms, n) {
    if (typeof forms === "string") { return forms; }
    return forms[new Intl.PluralRules(lang).select(n)] || forms.other;
  }

  function say(key, values) {
    return formOf(words[key] || key, values && values.n).replace(/\{([a-z_]+)\}/g, function (hole, name) {
      return values && name in values ? dated(values[name]) : hole;
    });
  }

  function make(name, className, children) {
    var made = document.createElement(name);
    made.className = className;
    [].concat(children).forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  function facts(rows) {
    return make("dl", "rows", rows.map(function (row) {
      return make("div", "", [make("dt", "", say(row[0])), make("dd", "", row[1])]);
    }));
  }

  /* A sentence of the program may set a name in backticks. */
  function marked(text) {
    return text.split("`").map(function (part, i) { return i % 2 ? make("code", "", part) : part; });
  }

  /* On the command line a sentence begins small and has no end. */
  function asSentence(text) {
    return text.charAt(0) === "`" ? text + "." : text.charAt(0).toUpperCase() + text.slice(1) + ".";
  }

  function told(table, about) {
    var key = table + about.code;
    var name = about.name ? [make("code", "", about.name), ": "] : [];
    var says = say(key + ".says", about.values);
    return name.concat(marked(name.length ? says + "." : asSentence(says)), " ", marked(asSentence(say(key + ".remedy"))));
  }

  own.page = {
    say: say,
    dated: dated,
    make: make,
    facts: facts,
    marked: marked,

    tell: function (text) { state.textContent = text; },

    tellDone: function (count, all) {
      done.hidden = false;
      done.max = all;
      done.value = count;
      own.page.tell(say("checking", { done: count, all: all }));
    },

    forget: function () {
      answer.hidden = true;
      answer.textContent = "";
    },

    /* The answer, in which the reading goes on; `tone` is `ok`, `warn` or `stop`. */
    answer: function (tone, heading, parts) {
      own.page.tell("");
      done.hidden = true;
      answer.className = "copy-answer copy-" + tone;
      answer.textContent = "";
      [make("h2", "", heading)].concat(parts).forEach(function (part) { answer.appendChild(part); });
      answer.hidden = false;
      answer.focus();
    },

    /* What is wrong with which file, and what to do. */
    reason: function (refusal) { return told("refused.", refusal); },

    noted: function (note) { return told("noted.", note); }
  };
}());
