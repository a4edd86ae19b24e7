// GitHub's primaryLocationLineHash of every line of a file, from its description and as plainly as possible: the
// oracle for the rolling hash in analyzer/report/line_hashes.cpp.
import { createReadStream } from 'node:fs';

const window = 100;
const modulus = 1n << 64n;
const powers = Array.from({ length: window }, (_, index) => 37n ** BigInt(window - 1 - index) % modulus);

/** The text as the uploader gets it: decoded by Node while it streams. */
export async function textOf(path) {
  let text = '';
  for await (const part of createReadStream(path, 'utf8')) text += part;
  return text;
}

/** The hashes of the lines; line 1 is element 0. */
export function lineHashes(text) {
  const units = [...text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '').split('')].map((unit) => unit.charCodeAt(0));
  units.push(0xffff);
  const starts = [0];
  units.forEach((unit, index) => unit === 10 && starts.push(index + 1));
  const counts = new Map();
  return starts.map((start) => {
    let hash = 0n;
    for (let index = 0; index < window; ++index) hash += powers[index] * BigInt(units[start + index] ?? 0);
    const text = (hash % modulus).toString(16);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    return `${text}:${counts.get(text)}`;
  });
}
