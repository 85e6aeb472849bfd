/* Opens pages in Firefox as a reader does who has a folder and no network, and tells what it found.
   Its input names the browser, whether it is as strict as that reader's, and the work to do. */
"use strict";

const puppeteer = require("puppeteer-core");
const answering = require("./answering");

const NOBODY = "127.0.0.1";
const DISCARD = 9; // a port at which nobody listens
const PATIENCE = 60000;

/* A file may read no other file, as in the Firefox that readers have; puppeteer would allow it. */
const STRICT = { "security.fileuri.strict_origin_policy": true };
const WITHOUT_NETWORK = {
  "network.proxy.type": 1,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
  "network.dns.disabled": true,
  ...Object.fromEntries(["http", "ssl", "socks"].flatMap(each => [
    [`network.proxy.${each}`, NOBODY],
    [`network.proxy.${each}_port`, DISCARD]
  ]))
};

async function opened({ firefox, strict }, work) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    headless: true,
    timeout: PATIENCE,
    extraPrefsFirefox: strict ? { ...STRICT, ...WITHOUT_NETWORK } : {}
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function pageAt(browser, address, said) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("pageerror", problem => said.push(String(problem)));
  page.on("console", message => said.push(message.text()));
  await page.goto(address);
  return page;
}

/* --- what a page from a folder may have */

async function reached(browser, { page: probe, addresses }) {
  const page = await pageAt(browser, probe, []); // it complains of what it may not reach
  const found = {};
  for (const address of addresses) {
    found[address] = await page.evaluate(
      (wanted, mode) => fetch(wanted, { mode }).then(() => true, () => false),
      address, address.startsWith("file:") ? "cors" : "no-cors");
  }
  return found;
}

/* --- what the program answers */

function begin(program) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => resolve(true);
    script.onerror = reject;
    script.src = program;
    document.head.appendChild(script);
  });
}

function ask(queries) {
  return queries.reduce((before, [words, options]) => before.then(found =>
    new Promise(resolve => window.gollanmaSearch.search(words, options, answer => resolve(
      found.concat([[answer.total, answer.results.map(each => [each.ref, each.url, each.score]),
        answer.readings, answer.suggestion, answer.notice]])
    )))), Promise.resolve([]));
}

async function answered(browser, { page: address, program, queries }, said) {
  const page = await pageAt(browser, address, said);
  await page.evaluate(begin, program);
  return page.evaluate(ask, queries);
}

/* --- what the box shows */

function links() {
  return [...document.querySelectorAll("#_find-list a[role=option]")].map(each => each.href);
}

function shows(wanted) {
  const seen = [...document.querySelectorAll("#_find-list a[role=option]")].map(each => each.href);
  return JSON.stringify(seen) === JSON.stringify(wanted);
}

async function typed(browser, { page: address, words, links: wanted }, said) {
  const page = await pageAt(browser, address, said);
  await page.focus("#_find");
  await page.keyboard.type(words);
  await page.waitForFunction(shows, {}, wanted).catch(() => null); // what it shows is told anyway
  const shown = await page.evaluate(links);
  await page.keyboard.press("ArrowDown");
  const chosen = await page.$eval("#_find", box => box.getAttribute("aria-activedescendant"));
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  const arrived = page.url();
  await page.close();
  return { shown, chosen, arrived };
}

async function typedAll(browser, { boxes }, said) {
  const seen = [];
  for (const box of boxes) { seen.push(await typed(browser, box, said)); }
  return seen;
}

/* --- what a copy finds of files that were handed over */

/* The policy of the page lets nobody read the offered file by its address: it is seen when it is made. */
function seeOffers() {
  const offer = URL.createObjectURL;
  URL.createObjectURL = made => {
    window.offered = made;
    return offer.call(URL, made);
  };
}

async function hashOffered() {
  if (!window.offered) { return null; }
  const hash = await crypto.subtle.digest("SHA-256", await window.offered.arrayBuffer());
  return [...new Uint8Array(hash)].map(each => each.toString(16).padStart(2, "0")).join("");
}

async function handed(browser, { page: address, files, text }, said) {
  const page = await pageAt(browser, address, said);
  for (const [id, path] of Object.entries(files || {})) { await (await page.$(`#${id}`)).uploadFile(path); }
  if (text) { await page.$eval("#_text", (field, words) => { field.value = words; }, text); }
  await page.evaluate(seeOffers);
  await page.click("#_copy button");
  await page.waitForSelector("#_answer:not([hidden]) h2");
  const heading = await page.$eval("#_answer h2", each => each.textContent);
  const says = await page.$eval("#_answer", each => each.textContent);
  const sha256 = await page.evaluate(hashOffered);
  await page.close();
  return { heading, says, sha256 };
}

/* Whether another page of the copy, opened later, is said to be withdrawn. */
async function looked(browser, { page: address }, said) {
  const page = await pageAt(browser, address, said);
  await page.waitForFunction(() => window.gollanmaWithdrawn);
  await new Promise(resolve => { setTimeout(resolve, 500); }); // what is remembered is proven first
  const found = await page.$$eval(".withdrawn", all => all.length);
  await page.close();
  return found;
}

async function handedAll(browser, { pages, later }, said) {
  const found = [];
  for (const each of pages) { found.push(await handed(browser, each, said)); }
  const withdrawn = later && await looked(browser, later, said);
  return { found, withdrawn };
}

const WORK = { reach: reached, ask: answered, type: typedAll, copies: handedAll };

answering(given => opened(given, async browser => {
  const said = [];
  const found = await WORK[given.work](browser, given, said);
  return { found, said };
}));
