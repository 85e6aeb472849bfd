// Builds the index of a peer as its handbook advises, one page a document:
// node build.js MiniSearch|lunr pages.jsonl index.js
"use strict";

const fs = require("fs");
const readline = require("readline");
const MiniSearch = require("minisearch");
const lunr = require("lunr");

const FIELDS = ["title", "headings", "text"];

const peers = {
  MiniSearch: {
    begin: () => new MiniSearch({ fields: FIELDS, storeFields: ["title"] }),
    add: (index, page) => index.add(page),
    end: (index) => ({ index: JSON.stringify(index), titles: null }),
  },
  lunr: {
    begin: () => {
      const builder = new lunr.Builder();
      // Its own trimmer and stemmer know English alone: they would empty every Russian word.
      FIELDS.forEach((field) => builder.field(field));
      builder.titles = [];
      return builder;
    },
    add: (builder, page) => {
      builder.titles.push(page.title);
      builder.add(page);
    },
    end: (builder) => ({ index: JSON.stringify(builder.build()), titles: builder.titles }),
  },
};

async function build(name, from, to) {
  const peer = peers[name];
  const index = peer.begin();
  const lines = readline.createInterface({ input: fs.createReadStream(from) });
  for await (const line of lines) {
    peer.add(index, JSON.parse(line));
  }
  const made = peer.end(index);
  const out = fs.createWriteStream(to);
  out.write("peer.take(" + JSON.stringify(made.index) + ",");
  out.end(JSON.stringify(made.titles) + ");\n");
}

build(...process.argv.slice(2));
