/* Reads JSON from the input, and writes as JSON what the work makes of it. */
"use strict";

async function whole(stream) {
  const parts = [];
  for await (const part of stream) { parts.push(part); }
  return Buffer.concat(parts).toString("utf8");
}

module.exports = async function answering(work) {
  try {
    const answer = await work(JSON.parse(await whole(process.stdin)));
    process.stdout.write(JSON.stringify(answer));
  } catch (problem) {
    process.stderr.write(`${problem.stack}\n`);
    process.exitCode = 1;
  }
};
