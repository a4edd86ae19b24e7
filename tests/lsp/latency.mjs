// How long an editor waits after a key is pressed in a large project. node latency.mjs [LINES] (100000 if not said):
// writes a project of so many lines, opens a file of 5,000 of them, types, and prints the times until the diagnostics of
// that file are right again, and until those of another file are that change with it. Not a test: machines differ.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from './client.mjs';

const lines = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'latency-'));
const write = (name, text) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

/** Ordinary server code: 20 lines that are like nothing else in the project but in their shape. */
const block = (file, number) => `
class Service${number} extends Base {
  constructor(options) {
    super(options);
    this.items = new Map();
    this.limit = options.limit || ${number};
  }
  async load(id, query) {
    const known = this.items.get(id);
    if (known !== undefined && known.query === query) return known.value;
    const rows = await this.database.query('select * from t${number} where id = $1', [id]);
    const value = rows.map((row) => ({ ...row, name: row.name.trim(), rank: row.rank * ${number} }));
    if (this.items.size > this.limit) this.items.clear();
    this.items.set(id, { query, value });
    return value;
  }
}
exports.route${number} = async (req, res) => {
  res.json(await new Service${number}({ limit: 10, database: req.app.database }).load(req.params.id, req.query.q));
};
`;
const head = (before) => `const { Base } = require('./base');\n${before ? `exports.next = require('./${before}').next;\n` : ''}`;
const module = (file, before, count) => head(before) + Array.from({ length: count }, (_, index) => block(file, index)).join('');

write('base.js', 'exports.Base = class Base { constructor(options) { this.database = options.database; } };\n');
const files = [];
for (let made = 0; made < lines - 5000; made += 300) {
  const name = `file${files.length}`;
  write(`${name}.js`, module(name, files.at(-1), 15));
  files.push(name);
}
const big = module('big', files.at(-1), 250) + 'exports.onError = (error) => console.error(error);\n';
write('big.js', big);
write('app.js', `const express = require('express');
const big = require('./big');
const app = express();
${Array.from({ length: 100 }, (_, index) => `app.get('/${index}', big.route${index});`).join('\n')}
app.use((req, res, next) => {
  process.on('uncaughtException', big.onError);
  next();
});
`);

/** What each of the server's threads has spent so far; only Linux tells. Unlike the time on the wall, this says the same on
 * a busy machine. */
const busyMilliseconds = () => {
  try {
    const fields = readFileSync(`/proc/${client.process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
};
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
const shown = (times) => `median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`;
const client = new Client(folder);
const started = performance.now();
await client.start();
await client.until(() => client.lines('app.js')?.length === 1);
console.log(`${lines} lines in ${files.length + 3} files; first index ${((performance.now() - started) / 1000).toFixed(1)} s`);

await client.open('big.js', big);
let version = 1;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const at = (line, character) => ({ line, character });
/** Types or deletes a loose comparison in the middle of the file. */
const type = async (isThere, line) => {
  const end = isThere ? at(line, 12) : at(line, 0);
  await client.change('big.js', ++version, { range: { start: at(line, 0), end }, text: isThere ? '' : 'run(a == 1);' });
};
const own = [];
const busyBefore = busyMilliseconds();
for (let round = 0; round < 40; ++round) {
  const isThere = round % 2 === 1;
  const before = performance.now();
  await type(isThere, 2501);
  await client.until(() => (client.lines('big.js')?.length > 0) !== isThere);
  own.push(performance.now() - before);
  await pause(150);
}
console.log(`the file's own findings: ${shown(own)}`);
console.log(`work for each edit, its link included: ${((busyMilliseconds() - busyBefore) / own.length).toFixed(0)} ms of processor time`);

const release = '\nsetInterval(() => process.removeAllListeners("uncaughtException"), 1000);\n';
const lastLine = big.split('\n').length - 1;
const others = [];
for (let round = 0; round < 10; ++round) {
  await pause(3000);
  const isThere = round % 2 === 1;
  const before = performance.now();
  const end = isThere ? at(lastLine + 2, 0) : at(lastLine, 0);
  await client.change('big.js', ++version, { range: { start: at(lastLine, 0), end }, text: isThere ? '' : release });
  await client.until(() => client.lines('app.js').length === (isThere ? 1 : 0));
  others.push(performance.now() - before);
}
console.log(`findings of the whole program, in another file: ${shown(others)}`);
await client.stop();
rmSync(folder, { recursive: true, force: true });
