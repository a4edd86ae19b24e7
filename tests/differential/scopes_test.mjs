// Compares our scopes, bindings and resolved uses with those of eslint-scope (JavaScript) and of typescript-eslint's
// scope-manager (TypeScript), on sources of npm packages and on fixtures of what these rarely say. Every difference must
// be one that explain.mjs knows and explained.json counts. `--update` writes today's counts into explained.json.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { checkThatTheComparisonNotices } from './comparison_check.mjs';
import { explanations } from './explain.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = join(here, '../node_modules');
const binary = process.env.LEAKLINT_BINARY ?? join(here, '../../build/release/leaklint');
const explainedPath = join(here, 'explained.json');
const explained = JSON.parse(readFileSync(explainedPath, 'utf8'));

function filesIn({ folder, extensions, deep = true }) {
  const root = join(packages, folder);
  return readdirSync(root, { recursive: deep, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !relative(root, path).includes('node_modules') && !path.endsWith('.d.ts'))
    .sort();
}

function fixtures(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name));
}

function compareFiles(files) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./comparison_worker.mjs', import.meta.url), { workerData: { binary, files } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Sums, joined lists and joined counts of the workers' results. */
function mergeResults(results) {
  const [merged, ...others] = results;
  for (const other of others) {
    for (const [key, value] of Object.entries(other)) {
      if (typeof value === 'number') merged[key] += value;
      else if (Array.isArray(value)) merged[key].push(...value);
      else for (const [id, count] of Object.entries(value)) merged[key][id] = (merged[key][id] ?? 0) + count;
    }
  }
  return merged;
}

// Only a file without any package.json above it is a script.
const outside = mkdtempSync(join(tmpdir(), 'leaklint-scripts-'));
try {
  cpSync(join(here, 'fixtures/scripts'), outside, { recursive: true });
  const { folders } = JSON.parse(readFileSync(join(here, 'sources.json'), 'utf8'));
  const files = [...fixtures(join(here, 'fixtures')), ...fixtures(outside), ...folders.flatMap(filesIn)];
  checkThatTheComparisonNotices(binary, join(here, 'fixtures'));

  const workers = Math.min(4, availableParallelism());
  const shares = Array.from({ length: workers }, (_, worker) => files.filter((_, nth) => nth % workers === worker));
  const result = mergeResults(await Promise.all(shares.map(compareFiles)));

  const names = (paths) => paths.map((path) => relative(packages, path).replaceAll('\\', '/')).sort();
  const today = {
    differences: Object.fromEntries(
      explanations.map((id) => [id, { reason: explained.differences[id]?.reason, count: result.explained[id] ?? 0 }]),
    ),
    'files that our grammars do not parse': names(result.brokenForUs),
    'files that the oracles do not parse': names(result.brokenForOracle),
  };
  console.log(
    `${result.files} of ${files.length} files compared (${(result.bytes / 1e6).toFixed(1)} MB): ` +
      `${result.scopes} scopes, ${result.bindings} bindings, ${result.uses} uses`,
  );
  console.log(`left out: ${result.brokenForUs.length} that our grammars and ${result.brokenForOracle.length} that the oracles do not parse`);
  for (const [id, { count }] of Object.entries(today.differences)) console.log(`explained: ${id} ${count}`);
  console.log(`unexplained: ${result.unexplained.length}`);
  for (const line of result.unexplained.slice(0, 40)) console.log(line);
  if (process.argv.includes('--update')) writeFileSync(explainedPath, `${JSON.stringify(today, null, 2)}\n`);
  else assert.deepEqual(today, explained);
  assert.equal(result.unexplained.length, 0);
  assert.ok(result.files >= 600);
} finally {
  rmSync(outside, { recursive: true });
}
