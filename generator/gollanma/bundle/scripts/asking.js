/* The pages by which a copy checks the next one, becomes it, and learns what was withdrawn. */
(function () {
  "use strict";

  var own = gollanmaBundle;
  var copy = window.gollanmaCopy;
  var form = document.getElementById("_copy");
  if (!form) { return; } // a page that only wants a notice proven

  var page = own.page, say = page.say, make = page.make;
  var TYPES = { folder: "application/zip", onefile: "text/html" };
  /* Genuine, but not for here: the file is not at fault. */
  var UNFIT = ["rollback", "patch-done", "patch-from", "patch-other", "patch-rollback", "newer"];

  function chosen(name) { return document.getElementById("_" + name).files[0]; }

  async function bytesOf(file) {
    own.need(file.size <= own.LARGEST, "too-large", file.name, { limit: own.LARGEST });
    return new Uint8Array(await file.arrayBuffer());
  }

  function note(text) { return make("p", "", page.marked(text)); }

  function notesOn(opened, judged) {
    var manifest = opened.manifest;
    return judged.notes.concat(manifest.profile === "demo" ? ["demo"] : []).map(function (each) {
      return note(say(each, { bundle: manifest.bundle, own: copy.bundle, day: manifest.review_by }));
    });
  }

  function whatItIs(opened, judged) {
    var manifest = opened.manifest;
    return page.facts([
      ["bundle", manifest.bundle],
      ["version", String(manifest.version)],
      ["made", say("day", { day: manifest.made })],
      ["review_by", say("day", { day: manifest.review_by })],
      ["languages", manifest.languages.join(", ")],
      ["signed", judged.offices.join(", ")]
    ]);
  }

  function refused(heading, advice, problem) {
    if (problem instanceof own.Refusal) {
      var isUnfit = UNFIT.indexOf(problem.code) >= 0 && heading === "not";
      page.answer(isUnfit ? "warn" : "stop", say(isUnfit ? "unfit" : heading), [
        make("p", "", page.reason(problem)), note(say(isUnfit ? "unfit-note" : advice))
      ]);
    } else if (problem instanceof DOMException) {
      page.answer("warn", say("unfit"), [note(say("unread"))]);
    } else {
      throw problem;
    }
  }

  /* --- the next copy */

  async function verify() {
    var file = chosen("file");
    if (!file) { page.tell(say("choose")); return; }
    page.tell(say("reading"));
    var opened = await own.opened.read(await bytesOf(file), page.tellDone);
    var judged = await own.opened.judge(opened, own.held);
    page.answer("ok", say("genuine"), [note(say("genuine-note")), whatItIs(opened, judged)].concat(notesOn(opened, judged)));
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
    var made = await own.updated(old, read, own.held, page.tellDone);
    page.answer("ok", say("ready"), [
      note(say("ready-note")), offer(made.bytes, nameOf(file, made.opened.manifest, old.manifest), TYPES[made.opened.form]),
      whatItIs(made.opened, made.judged)
    ].concat(notesOn(made.opened, made.judged)));
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
    way.href = address + ".html";
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
      refused(work.heading, work.advice, problem);
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
    page.answer("warn", say("unfit"), [note(say("no-keys"))]);
    return;
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!form.classList.contains("is-busy")) { act(WORK[form.getAttribute("data-work")]); }
  });
  form.addEventListener("input", page.forget);
}());
