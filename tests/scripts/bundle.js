/* Runs the scripts of a copy outside a browser: its input names them and the work to do, each work
   with its own bytes in Base64; its output is what came out, or what was refused. */
"use strict";

const { readFileSync } = require("fs");
const vm = require("vm");
const answering = require("./answering");

globalThis.window = globalThis;

function bytes(text) { return new Uint8Array(Buffer.from(text, "base64")); }

function text(data) { return Buffer.from(data).toString("base64"); }

function filesOf(given) {
  return Object.fromEntries(Object.entries(given).map(([path, data]) => [path, bytes(data)]));
}

function chainOf(given) {
  return given.map(each => ({ data: bytes(each.data), signatures: each.signatures }));
}

function trustOf(given) { return given ? window.gollanmaBundle.trust.following(chainOf(given)) : null; }

function openedOf(own, given) {
  return given.files ? own.opened.ofFiles(filesOf(given.files)) : own.opened.read(bytes(given.bytes), () => null);
}

async function judged(own, given) {
  const anchor = { known: trustOf(given.known), held: given.held, previous: given.previous && await openedOf(own, given.previous) };
  const { refusals, notes, signers } = await own.verify(await openedOf(own, given), given.day, anchor);
  const short = found => found.map(each => [each.code, each.name]);
  return { refusals: short(refusals), notes: short(notes), signers };
}

async function unzipped(own, given) {
  const entries = own.zips.entries(bytes(given.bytes));
  const files = {};
  for (const path of Object.keys(entries)) { files[path] = text(await own.zips.inflated(path, entries[path])); }
  return { files, again: text(own.zips.archive(entries)) };
}

async function updated(own, given) {
  const old = await own.opened.read(bytes(given.old), () => null);
  const made = await own.updated(old, own.patch.read(bytes(given.patch)), trustOf(given.known), given.day, () => null);
  const codes = made.verdict.refusals.map(each => each.code);
  return { codes, made: codes.length ? null : text(made.opened.bytes) };
}

const WORK = {
  name: (own, { path }) => own.names.check(path),
  names: (own, { paths }) => own.names.refuseClashes(paths),
  zip: unzipped,
  tar: (own, given) => Object.keys(own.tar.files(bytes(given.bytes))),
  tarOf: (own, given) => text(own.tar.of(filesOf(given.files))),
  manifest: (own, given) => own.manifest.of(bytes(given.bytes)).version,
  chain: (own, given) => own.trust.following(chainOf(given.chain)).roots.length,
  signers: (own, given) => own.trust.require(trustOf(given.known), given.namespace, bytes(given.message), given.signatures, ""),
  signature: (own, given) => own.sshsig.check(given.public, given.namespace, bytes(given.message), given.armour),
  key: (own, given) => own.sshsig.keyOf(given.public) !== null,
  verify: judged,
  update: updated,
  notice: (own, given) => own.notice.of(given.text, trustOf(given.known)),
  mark: (own, { address }) => window.gollanmaWithdrawn.markOf(address)
};

async function worked(own, each) {
  try {
    return { done: (await WORK[each.work](own, each)) || null };
  } catch (problem) {
    if (problem instanceof own.Refusal) { return { refused: [problem.code, problem.name] }; }
    throw problem;
  }
}

answering(async ({ scripts, works }) => {
  for (const path of scripts) { vm.runInThisContext(readFileSync(path, "utf8"), path); }
  const found = [];
  for (const each of works) { found.push(await worked(window.gollanmaBundle, each)); }
  return found;
});
