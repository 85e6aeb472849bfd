/* Reads scripts by name from its input, and says of each what the oldest browsers of our readers
   would not take: its faults as ES2018, what two linters find, what is newer by MDN's tables.
   `node floor.js 2022` judges others' work, which may speak as those browsers do. */
"use strict";

const acorn = require("acorn");
const browsers = require("@mdn/browser-compat-data");
const { Linter } = require("eslint");
const compat = require("eslint-plugin-compat");
const language = require("eslint-plugin-es-x");
const answering = require("./answering");

const FLOOR = { chrome: 109, firefox: 115 };
const OURS = 2018;
const LEVEL = Number(process.argv[2] || OURS);
const RESTRICTED = [`flat/restrict-to-es${LEVEL}`, `flat/restrict-to-es${LEVEL}-intl-api`];
/* Of ES2018 itself: regular expressions that older phones do not know. */
const BESIDES = [
  "es-x/no-regexp-lookbehind-assertions",
  "es-x/no-regexp-named-capture-groups",
  "es-x/no-regexp-unicode-property-escapes"
];
/* An iterator's own `map` cannot be told from an array's, and `Iterator` is found by its name. */
const AMBIGUOUS = /^es-x\/no-iterator-prototype-/;

const restricted = Object.assign({}, ...RESTRICTED.map(each => language.configs[each].rules));
const rules = Object.keys(restricted).filter(each => !AMBIGUOUS.test(each))
  .concat(LEVEL === OURS ? BESIDES : [], "compat/compat");

const CONFIGURATION = {
  files: ["**/*.js"],
  languageOptions: { ecmaVersion: "latest", sourceType: "script" },
  linterOptions: { noInlineConfig: true },
  plugins: { "es-x": language, compat },
  rules: Object.fromEntries(rules.map(each => [each, "error"])),
  settings: {
    "es-x": { aggressive: true },
    browsers: Object.entries(FLOOR).map(each => each.join(" ")),
    lintAllEsApis: true
  }
};

/* --- what MDN knows of a name */

function isTaken(statement, floor) {
  const since = parseFloat(String(statement.version_added).replace("≤", ""));
  const until = parseFloat(statement.version_removed || Infinity);
  const asItIs = !statement.flags && !statement.prefix && !statement.alternative_name;
  return asItIs && since <= floor && floor < until;
}

function isOfTheFloor(feature) {
  return Object.keys(FLOOR).every(browser =>
    [].concat(feature.support[browser] || []).some(each => isTaken(each, FLOOR[browser])));
}

/* Whether the floor has something of that name; a name that MDN does not know is the script's own. */
const known = new Map();

function learn(name, feature) {
  if (feature) { known.set(name, known.get(name) || isOfTheFloor(feature)); }
}

for (const [owner, members] of Object.entries({ ...browsers.api, ...browsers.javascript.builtins })) {
  learn(owner, members.__compat);
  for (const [member, feature] of Object.entries(members)) {
    const name = member.replace(/_static$/, "");
    learn(name, feature.__compat);
    learn(`${owner}.${name}`, feature.__compat);
  }
}

/* --- what a script says */

function nodes(tree) {
  const found = [];
  const left = [tree];
  while (left.length) {
    const node = left.pop();
    if (typeof node.type === "string") { found.push(node); }
    left.push(...Object.values(node).filter(each => each && typeof each === "object"));
  }
  return found;
}

function memberOf(node) {
  return node.computed ? node.property.value : node.property.name;
}

/* Give the names of a node: its own, and with its owner where that has one. */
function namesOf(node) {
  if (node.type === "Identifier") { return [node.name]; }
  if (node.type !== "MemberExpression" || typeof memberOf(node) !== "string") { return []; }
  const member = memberOf(node);
  return node.object.type === "Identifier" ? [member, `${node.object.name}.${member}`] : [member];
}

/* Give the names that a node makes: what a script makes itself is in no browser older or newer. */
function madeBy(node) {
  switch (node.type) {
    case "VariableDeclarator": return [node.id.name];
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": return [node.id && node.id.name, ...node.params.map(each => each.name)];
    case "MethodDefinition":
    case "Property": return [node.key.name];
    case "AssignmentExpression": return node.right.type === "FunctionExpression" ? namesOf(node.left) : [];
    default: return [];
  }
}

function parsed(text) {
  try {
    return { nodes: nodes(acorn.parse(text, { ecmaVersion: LEVEL, sourceType: "script" })), fault: [] };
  } catch (problem) {
    return { nodes: [], fault: [`ES${LEVEL}: ${problem.message}`] };
  }
}

function judged(text, script, own) {
  const names = [...new Set(script.nodes.flatMap(namesOf))].sort();
  const linted = new Linter().verify(text, CONFIGURATION, "script.js")
    .map(each => `${each.ruleId}: ${each.message} (${each.line})`);
  const newer = names.filter(each => known.get(each) === false && !own.has(each))
    .map(each => `MDN: ${each} is newer than the floor`);
  return { names, faults: [...script.fault, ...linted, ...newer] };
}

function judgedAll(given) {
  const texts = Object.entries(given);
  const scripts = texts.map(([, text]) => parsed(text));
  const own = new Set(scripts.flatMap(script => script.nodes.flatMap(madeBy)));
  const answers = texts.map(([name, text], place) => [name, judged(text, scripts[place], own)]);
  return Object.fromEntries(answers);
}

answering(judgedAll);
