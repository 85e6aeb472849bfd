/* What the pages of a bundle take from others' work: it becomes `gollanmaLibrary`, one script. */
export { ed25519 } from "@noble/curves/ed25519.js";
export { sha256, sha512 } from "@noble/hashes/sha2.js";
