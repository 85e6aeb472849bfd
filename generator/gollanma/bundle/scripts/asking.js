/* The pages by which a copy checks the next one, becomes it, and learns what was withdrawn. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var copy = window.gollanmaCopy;
  var form = document.getElementById("_copy");
  if (!form) { return; } // a page that only wants a notice proven

  var page = own.page, say = page.say, make = page.make;
  var MOST = 10; // reasons that are shown of many
  var TYPES = { folder: "application/zip", onefile: "text/html" };
  /* Genuine, but not for here: nobody forged it. */
  var UNFIT = ["rollback", "demo", "newer"];

  function chosen(name) { return document.getElementById("_" + name).files[0]; }

  async function bytesOf(file) {
    var largest = own.opened.LARGEST;
    own.need(file.size <= largest, "too-large", file.name, { limit: largest });
    return new Uint8Array(await file.arrayBuffer());
  }

  function note(text) { return make("p", "", page.marked(text)); }

  function notesOn(opened, verdict) {
    var notes = verdict.notes.map(function (each) { return make("li", "", page.noted(each)); });
    if (opened.manifest.profile === "demo") { notes.push(make("li", "", say("demo"))); }
    return notes.length ? [make("h3", "", say("also")), make("ul", "dots", notes)] : [];
  }

  function whatItIs(opened, verdict) {
    var manifest = opened.manifest;
    return page.facts([
      ["bundle", manifest.bundle],
      ["version", String(manifest.version)],
      ["made", page.dated(manifest.made)],
      ["review_by", page.dated(manifest.review_by)],
      ["languages", manifest.languages.join(", ")],
      ["signed", verdict.signers.join("; ")]
    ]);
  }

  function refuse(refusals, heading, advice) {
    var isUnfit = heading === "not" && refusals.every(function (each) { return UNFIT.indexOf(each.code) >= 0; });
    page.answer(isUnfit ? "warn" : "stop", say(isUnfit ? "unfit" : heading), [
      note(say(isUnfit ? "unfit-note" : advice)),
      make("ul", "dots", refusals.slice(0, MOST).map(function (each) { return make("li", "", page.reason(each)); }))
    ]);
  }

  function failed(work, problem) {
    if (problem instanceof own.Refusal) {
      refuse([problem], work.heading, work.advice);
    } else if (problem instanceof DOMException) {
      page.answer("warn", say("unfit"), [note(say("unread"))]);
    } else {
      page.tell("");
      throw problem;
    }
  }

  /* --- the next copy */

  async function verify() {
    var file = chosen("file");
    if (!file) { page.tell(say("choose")); return; }
    page.tell(say("reading"));
    var opened = await own.opened.read(await bytesOf(file), page.tellDone);
    var verdict = await own.verify(opened, own.today(), { known: own.held.trust, held: own.held });
    if (verdict.refusals.length) {
      refuse(verdict.refusals, "not", "not-note");
    } else {
      page.answer("ok", say("genuine"),
        [note(say("genuine-note")), whatItIs(opened, verdict)].concat(notesOn(opened, verdict)));
    }
  }

  /* --- the update */

  function offer(bytes, name, type) {
    var way = make("a", "btn btn-main", say("save", { name: name }));
    way.href = URL.createObjectURL(new Blob([bytes], { type: type }));
    way.download = name;
    return make("p", "row", way);
  }

  function nameOf(file, manifest, old) {
    var ending = /\.[a-z]+$/i.exec(file.name);
    var stem = file.name.slice(0, ending ? -ending[0].length : undefined)
      .replace(String(old.version), "").replace(/[-_. ]+$/, "");
    return stem + "-" + manifest.version + (ending ? ending[0].toLowerCase() : "");
  }

  async function update() {
    var file = chosen("old"), patch = chosen("patch");
    if (!file || !patch) { page.tell(say("choose-both")); return; }
    page.tell(say("reading"));
    var old = await own.opened.read(await bytesOf(file), page.tellDone);
    var read = own.patch.read(await bytesOf(patch));
    page.tell(say("making"));
    await own.pause();
    var made = await own.updated(old, read, own.held.trust, own.today(), page.tellDone);
    if (made.verdict.refusals.length) {
      refuse(made.verdict.refusals, "failed", "failed-note");
      return;
    }
    var opened = made.opened, verdict = made.verdict;
    page.answer("ok", say("ready"), [
      note(say("ready-note")),
      offer(opened.bytes, nameOf(file, opened.manifest, old.manifest), TYPES[opened.form]),
      whatItIs(opened, verdict)
    ].concat(notesOn(opened, verdict)));
  }

  /* --- a notice */

  function addressOf(mark) {
    return window.gollanmaPages.filter(function (each) { return window.gollanmaWithdrawn.markOf(each) === mark; })[0];
  }

  function nothing(sentence, values) {
    page.answer("ok", say("not-needed"), [note(say(sentence, values))]);
  }

  async function recall() {
    var text = document.getElementById("_text").value;
    var notice = own.notice.of(text, own.held.trust);
    var address = addressOf(notice.mark);
    if (copy.version < notice.first || copy.version > notice.last) { nothing("not-meant", notice); return; }
    if (!address) { nothing("not-here"); return; }
    var isKept = window.gollanmaWithdrawn.remember(own.notice.plain(text));
    window.gollanmaWithdrawn.add(notice.mark, notice.day);
    var way = make("a", "btn", say("open"));
    way.href = copy.form === "onefile" ? "#" + address : address + ".html";
    page.answer("stop", say("recalled"), [
      note(say("recalled-note", notice)), make("p", "row", way), note(say(isKept ? "kept" : "not-kept"))
    ]);
    window.gollanmaWithdrawn.show();
  }

  var WORK = {
    verify: { act: verify, heading: "not", advice: "not-note" },
    update: { act: update, heading: "failed", advice: "failed-note" },
    recall: { act: recall, heading: "no-notice", advice: "no-notice-note" }
  };

  async function act(work) {
    page.forget();
    form.classList.add("is-busy");
    try {
      await work.act();
    } catch (problem) {
      failed(work, problem);
    } finally {
      form.classList.remove("is-busy");
    }
  }

  function showHeld() {
    var held = document.getElementById("_held");
    held.querySelector("span").textContent = say("held-line", { version: copy.version, day: copy.made });
    held.hidden = false;
  }

  showHeld();
  if (!own.held.trust) {
    page.answer("warn", say("unable"), [note(say("no-keys"))]);
    return;
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!form.classList.contains("is-busy")) { act(WORK[form.getAttribute("data-work")]); }
  });
  form.addEventListener("input", page.forget);
}());
