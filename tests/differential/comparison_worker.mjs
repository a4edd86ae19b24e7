// Compares the files it is given, and posts what was compared, what differs and what was left out.
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { parentPort, workerData } from 'node:worker_threads';
import { compare, ourScopes } from './compare.mjs';
import { explain } from './explain.mjs';
import { oracleScopes } from './oracle.mjs';

const { binary, files } = workerData;
const result = {
  files: 0, scopes: 0, bindings: 0, uses: 0, bytes: 0,
  explained: {}, unexplained: [], brokenForUs: [], brokenForOracle: [],
};

function compareFile(path, dump) {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  if (dump.broken) return result.brokenForUs.push(path);
  let theirs;
  try {
    theirs = oracleScopes(path, text, dump.module);
  } catch {
    return result.brokenForOracle.push(path);
  }
  const compared = compare(ourScopes(dump, text), theirs, text, (difference) => {
    const id = explain(difference, text);
    if (id) return (result.explained[id] = (result.explained[id] ?? 0) + 1);
    const line = text.slice(0, difference.offset).split('\n').length;
    const { what, name, ours, theirs: their, scope } = difference;
    result.unexplained.push(`${path}:${line}: ${what} ${name ?? ''} ${JSON.stringify({ ours, their, scope })}`);
  });
  ++result.files;
  result.bytes += text.length;
  for (const [what, count] of Object.entries(compared)) result[what] += count;
}

for (let first = 0; first < files.length; first += 200) {
  const batch = files.slice(first, first + 200);
  const run = spawnSync(binary, ['dump', 'scopes', '--json', ...batch], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(`leaklint dump scopes failed: ${run.stderr || run.error}`);
  const lines = run.stdout.trim().split('\n');
  if (lines.length !== batch.length) throw new Error(`${lines.length} dumps of ${batch.length} files`);
  batch.forEach((path, nth) => compareFile(path, JSON.parse(lines[nth])));
}
parentPort.postMessage(result);
