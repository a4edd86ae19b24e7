// Runs leaklint over published packages of known versions and holds what it finds against verdicts that people
// wrote after reading the code: how many of its findings are true? See README.md.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge, readPackages, readVerdicts, summarise, families } from './judge.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    binary: { type: 'string', default: process.env.LEAKLINT_BINARY ?? join(here, '../../build/release/leaklint') },
    folder: { type: 'string', default: process.env.LEAKLINT_NOISE ?? join(here, '../../build/noise') },
    rule: { type: 'string', multiple: true },
    package: { type: 'string', multiple: true },
    set: { type: 'string', default: 'measured' },
    'no-ignore': { type: 'boolean', default: false },
    'fetch-only': { type: 'boolean', default: false },
    findings: { type: 'boolean', default: false },
  },
});

/** The version's files in a folder of its own; nothing when the registry cannot be reached. */
function fetchPackage({ name, version, integrity }) {
  const target = join(options.folder, `${name.replace('/', '+')}@${version}`);
  if (existsSync(target)) return target;
  mkdirSync(options.folder, { recursive: true });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', options.folder, `${name}@${version}`];
  const packed = spawnSync('npm', pack, { encoding: 'utf8', cwd: options.folder });
  if (packed.status !== 0) return undefined;
  const archive = join(options.folder, JSON.parse(packed.stdout)[0].filename.replace('@', '').replace('/', '-'));
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (digest !== integrity) throw new Error(`${name}@${version} has the integrity ${digest}, expected ${integrity}`);
  const unpacking = `${target}.unpacking`;
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking);
  const unpacked = spawnSync('tar', ['xzf', archive, '-C', unpacking, '--strip-components=1', '--no-same-owner']);
  if (unpacked.status !== 0) throw new Error(`tar could not unpack ${archive}`);
  rmSync(archive);
  renameSync(unpacking, target);
  return target;
}

/** All findings of the judged rules in a package, with paths inside it. */
function check(folder, rules) {
  const words = ['check', '--preset', 'leaks', '--format', 'json', '--no-cache', '--fail-on', 'never'];
  for (const rule of rules) words.push('--rule', `${rule}=warn`);
  if (options['no-ignore']) words.push('--no-ignore');
  const run = spawnSync(resolve(options.binary), [...words, '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (run.status !== 0) throw new Error(`leaklint in ${folder}: ${run.stderr || run.signal}`);
  return JSON.parse(run.stdout).findings.map(({ rule, confidence, path, start, message }) => ({
    rule, confidence, path, line: start.line, column: start.column, message,
  }));
}

function knownRules() {
  const run = spawnSync(resolve(options.binary), ['rules'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${options.binary} rules: ${run.error ?? run.stderr}`);
  return new Set(run.stdout.split('\n').map((line) => line.split(/\s+/)[1]));
}

const known = knownRules();
const rules = families.flatMap((family) => family.rules).filter((rule) => known.has(rule));
const chosen = options.rule ?? rules;
const packages = readPackages()
  .filter(({ set }) => options.set === 'all' || set === options.set)
  .filter(({ name }) => !options.package || options.package.includes(name));
const found = [];
for (const row of packages) {
  const folder = fetchPackage(row);
  if (!folder) {
    console.log(`skipped: ${row.name}@${row.version} is not in ${options.folder}, and npm could not fetch it`);
    process.exit(0);
  }
  if (options['fetch-only']) continue;
  for (const finding of check(folder, rules))
    if (chosen.includes(finding.rule)) found.push({ package: row.name, version: row.version, set: row.set, ...finding });
}
if (options['fetch-only']) process.exit(0);
if (options.findings) writeFileSync(1, `${JSON.stringify(found, null, 1)}\n`);
const isWhole = !options.rule && !options.package;
const judged = judge(found, readVerdicts(), packages, chosen);
const { text, failures } = summarise(judged, { withGone: !options['no-ignore'], isWhole });
console.log(text);
process.exit(failures.length > 0 ? 1 : 0);
