// Runs the corpus for real and says whether each case is what its markers claim. See README.md beside this file.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Compiler, findCases, writeCase } from './cases.mjs';
import { checkPaths } from './heap_check.mjs';
import { originalLine, readMaps } from './heap_paths.mjs';
import { pageOf } from './page.mjs';
import { withScenarios } from './programs.mjs';
import { readResources } from './resources.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));
/** Paths that are known to differ, by case, and what the reasons are. */
const known = JSON.parse(fs.readFileSync(path.join(here, 'differences.json'), 'utf8'));

/** `turn` counts the attempts: each waits longer before it measures, as the machine may be busy. */
function runChild(one, options, turn) {
  const folder = path.join(options.work, one.id);
  const specificationFile = `${folder}.specification.json`;
  const specification = {
    folder, driver: one.driver, scenario: one.scenario, entry: one.code.entry, isBad: one.isBad, rule: one.rule, lives: options.lives, isFast: options.isFast,
    result: `${folder}.result.json`, snapshot: null, settling: 3 ** turn,
    usesExpress: one.files.some(({ text }) => /['"](?:express|@nestjs\/core)['"]/.test(text)),
  };
  if (options.isHeapRead && one.isBad) specification.snapshot = `${folder}.heapsnapshot`;
  fs.writeFileSync(specificationFile, JSON.stringify(specification));
  fs.rmSync(specification.result, { force: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath,
      ['--expose-gc', '--no-warnings', '--max-http-header-size=262144', path.join(here, 'child.mjs'), specificationFile],
      { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
    let complaint = '';
    child.stderr.on('data', (bytes) => { complaint = (complaint + bytes).slice(-4000); });
    const timer = setTimeout(() => child.kill('SIGKILL'), options.patience * (turn + 1));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(fs.existsSync(specification.result) ? JSON.parse(fs.readFileSync(specification.result, 'utf8'))
        : { error: `ended with ${signal ?? code}: ${complaint.slice(-600)}` });
    });
  });
}

/** What leaklint finds in the case, of the rules that it claims to break. */
function findingsOf(one, leaklint) {
  const flags = ['--format', 'json', '--preset', 'all', '--confidence', 'low', '--fail-on', 'never', '--no-cache'];
  const { stdout, stderr, status } = spawnSync(leaklint, ['check', ...flags, one.place], { cwd: root });
  if (status !== 0) throw new Error(`leaklint check ${one.place}: ${stderr}`);
  const isClaimed = (finding) => one.claims.some(({ rule, line, file }) =>
    rule === finding.rule && line === finding.start.line && finding.path.endsWith(file));
  return JSON.parse(stdout).findings.filter(isClaimed);
}

function comparePathsOf(one, result, options) {
  const snapshot = `${path.join(options.work, one.id)}.heapsnapshot`;
  if (!fs.existsSync(snapshot)) return [];
  const grown = Object.entries(result.verdicts).filter(([, { verdict }]) => verdict === 'grows' || verdict === 'stays');
  const compared = checkPaths(snapshot, {
    folder: path.join(options.work, one.id), code: { ...one.code, resources: options.resources }, grown: grown.map(([name]) => name),
    findings: findingsOf(one, options.leaklint),
  });
  fs.rmSync(snapshot);
  return compared.map((entry) => ({ ...entry, reason: reasonOf(one, entry, options.known) }));
}

/** Why a path differs: as differences.json says of the case; or that there is nothing to compare. */
function reasonOf(one, { isOutside, difference }, known) {
  if (isOutside) return 'outside';
  return difference === null ? null : known.cases[one.id] ?? 'unknown';
}

/** Of a bad case all that the driver names must be seen, and of a clean one nothing. */
function statusOfShown(one, shown) {
  const wrong = Object.keys(shown).filter((what) => shown[what] !== one.isBad);
  if (wrong.length > 0) return { status: 'refuted', why: `${one.isBad ? 'it is not so that' : 'it is so that'} ${wrong.join(', and that ')}` };
  return { status: 'proved' };
}

/**
 * 'proved', 'refuted' or 'unclear' with the reason, or 'static' for a case that cannot be run. A bad case is refuted when
 * all gauges of its rule are flat. In a fast run the heap's size alone refutes nothing: its few turns drown in what Node
 * itself allocates. Counts of objects, listeners, timers, handles and texts are exact.
 */
function statusOf(one, result, isFast) {
  const isSizeOnly = (names) => isFast && names.every((name) => name === 'bytes');
  const absent = /Cannot find (?:package|module) '([^./'][^']*)'/.exec(result.error ?? '');
  if (absent) return { status: 'static', why: `it uses ${absent[1]}, which is not installed here` };
  if (result.error) return { status: 'refuted', why: result.error.split('\n').slice(0, 3).join(' ') };
  if (result.skipped) return { status: 'static', why: result.skipped };
  if (result.shown) return statusOfShown(one, result.shown);
  const grown = Object.entries(result.verdicts).filter(([, { verdict }]) => verdict === 'grows' || verdict === 'stays').map(([name]) => name);
  const idle = idleLines(one, result);
  if (one.isBad) {
    const seen = grown.filter((name) => result.wanted.includes(name));
    if (seen.length > 0 && idle.length > 0) return { status: 'unclear', why: `it never runs ${idle.join(', ')}`, grown: seen };
    if (seen.length > 0) return { status: 'proved', grown: seen };
    const isFlat = result.wanted.every((name) => (result.verdicts[name] ?? { verdict: 'flat' }).verdict === 'flat');
    return { status: isFlat && !isSizeOnly(result.wanted) ? 'refuted' : 'unclear', why: 'it does not grow', grown };
  }
  const unclear = Object.entries(result.verdicts).filter(([, { verdict }]) => verdict === 'unclear').map(([name]) => name);
  if (grown.length > 0) return { status: isSizeOnly(grown) ? 'unclear' : 'refuted', why: `it grows: ${grown.join(', ')}`, grown };
  if (unclear.length > 0) return { status: 'unclear', why: `unclear: ${unclear.join(', ')}` };
  if (idle.length > 0) return { status: 'unclear', why: `it never runs ${idle.join(', ')}` };
  return { status: 'proved' };
}

/**
 * The lines whose code would have to run and did not: those of a bad case's claims, and those by which a clean case holds
 * something. A program's scenarios share its code, so that of one scenario nothing can be said.
 */
function idleLines(one, { idle = [] }) {
  if (one.scenario) return [];
  const lines = new Set();
  const maps = readMaps(one.code.maps);
  for (const { file, line, column, isHolding } of idle) {
    const at = originalLine(maps[file], line, column);
    if (at === null) continue;
    const claimed = one.claims.some((claim) => claim.line === at && file.startsWith(claim.file));
    if (one.isBad ? claimed && !isHolding : isHolding) lines.add(`${file.replace(/\.mjs$/, '')}:${at}`);
  }
  return [...lines];
}

function tableOf(result) {
  if (!result.points) return '';
  const rows = Object.entries(result.verdicts).map(([name, { verdict, slope, margin }]) =>
    `    ${name.padEnd(14)} ${verdict.padEnd(8)} ${slope.toFixed(2)} ± ${margin.toFixed(2)}   ${result.points.map(([, values]) => values[name] ?? 0).join(' ')}`);
  return rows.join('\n');
}

/** Some cases of each rule that need neither a library nor a page. */
function fastSubset(cases) {
  const needsNothing = (one) => !one.driverText?.includes('page = true') && one.files.every(({ name, text }) =>
    !/\.(?:vue|tsx|jsx)$/.test(name) && !/(?:from|require\()\s*['"](?!\.|node:|http|https|net|fs|events|timers|stream|worker_threads|child_process|async_hooks|path|crypto|perf_hooks|v8)/.test(text));
  const chosen = new Map();
  return cases.filter((one) => {
    if (!one.rule || !needsNothing(one)) return false;
    const key = `${one.rule} ${one.isBad}`;
    chosen.set(key, (chosen.get(key) ?? 0) + 1);
    return chosen.get(key) <= 3;
  });
}

async function proveOne(one, options, turn) {
  let result;
  try {
    one.code = writeCase(one, path.join(options.work, one.id), options.compiler, options.packages);
    result = await runChild(one, options, turn);
  } catch (error) {
    result = { error: `it cannot be started: ${error.message}`.replace('Cannot find', 'there is no') };
  }
  const outcome = statusOf(one, result, options.isFast);
  const isCompared = outcome.status === 'proved' && one.isBad && options.isHeapRead && !result.shown;
  return { ...outcome, result, paths: isCompared ? comparePathsOf(one, result, options) : [] };
}

function report(one, { status, why, grown, result, paths }, isVerbose) {
  if (status === 'refuted' || status === 'unclear' || isVerbose)
    console.log(`${status.padEnd(8)} ${one.isBad ? 'bad  ' : 'clean'} ${one.id}  ${why ?? grown ?? ''}`);
  if (isVerbose) console.log(tableOf(result));
  for (const { static: ours, heap, difference, reason } of paths) {
    if (reason === 'unknown' || isVerbose)
      console.log(`${difference === null ? 'path    ' : 'differs '} ${one.id}  ${difference ?? ''}\n    leaklint ${ours}\n    heap     ${heap}`);
  }
}

/** One row for each rule: how many of its cases were run, and what came of it. */
function printTable(proved) {
  const rows = new Map();
  for (const { one, status, paths } of proved) {
    const group = one.group;
    if (!rows.has(group)) rows.set(group, { bad: 0, grew: 0, clean: 0, flat: 0, static: 0, paths: 0, equal: 0 });
    const row = rows.get(group);
    if (status === 'static') row.static += 1;
    else {
      row[one.isBad ? 'bad' : 'clean'] += 1;
      if (status === 'proved') row[one.isBad ? 'grew' : 'flat'] += 1;
    }
    row.paths += paths.filter(({ isOutside }) => !isOutside).length;
    row.equal += paths.filter(({ reason }) => reason === null).length;
  }
  const total = { bad: 0, grew: 0, clean: 0, flat: 0, static: 0, paths: 0, equal: 0 };
  for (const row of rows.values()) for (const name of Object.keys(total)) total[name] += row[name];
  console.log('rule                    bad  grew  clean  flat  not run  paths  equal');
  for (const [group, row] of [...rows, ['all', total]]) {
    console.log(group.padEnd(22) + [row.bad, row.grew, row.clean, row.flat, row.static, row.paths, row.equal]
      .map((value, index) => String(value).padStart([5, 6, 7, 6, 9, 7, 7][index])).join(''));
  }
  return total;
}

/** What was not run or not found equal, with the reason. */
function printExceptions(proved, known) {
  const print = (title, rows) => {
    if (rows.length > 0) console.log(`\n${title}\n${rows.map((row) => `    ${row}`).join('\n')}`);
  };
  print('not run', proved.filter(({ status }) => status === 'static').map(({ one, why }) => `${one.id}: ${why}`));
  const differing = proved.flatMap(({ one, paths }) => paths.filter(({ reason }) => reason).map(({ reason, static: ours, heap }) => ({ one, reason, ours, heap })));
  for (const reason of new Set(differing.map((entry) => entry.reason))) {
    print(`${reason === 'outside' ? 'not compared' : 'differs'}, ${reason}: ${known.reasons[reason] ?? 'no reason is known, which is a failure'}`,
      differing.filter((entry) => entry.reason === reason).map(({ one, ours, heap }) => `${one.id}\n        leaklint ${ours}\n        heap     ${heap}`));
  }
  const isRunEqual = ({ one, paths }) => one.id in known.cases && paths.length > 0 && paths.every(({ reason }) => reason === null);
  print('equal now, so that differences.json need not name them', proved.filter(isRunEqual).map(({ one }) => one.id));
}

function readOptions(flags) {
  const options = {
    wanted: [], work: path.join(process.env.LEAKLINT_PROVE_FOLDER ?? path.join(root, 'build/prove'), 'work'),
    leaklint: process.env.LEAKLINT_BINARY ?? path.join(root, 'build/release/leaklint'),
    packages: path.join(here, 'node_modules'), compiler: new Compiler(path.join(root, 'tests'), here),
    lives: 24, patience: 120_000, isHeapRead: true, jobs: os.cpus().length, known,
    resources: readResources(path.join(root, 'rules/models'), path.join(here, 'node_modules')),
  };
  for (let index = 0; index < flags.length; ++index) {
    const flag = flags[index];
    if (flag === '--fast') Object.assign(options, { isFast: true, isHeapRead: false, lives: 12 });
    else if (flag === '--verbose') options.isVerbose = true;
    else if (flag === '--jobs') options.jobs = Number(flags[++index]);
    else if (flag === '--html') options.html = flags[++index];
    else if (flag.startsWith('--')) throw new Error(`no such option: ${flag}`);
    else options.wanted.push(flag);
  }
  return options;
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  const { wanted } = options;
  let cases = (await withScenarios(findCases(root))).filter((one) => wanted.length === 0 || wanted.some((word) => one.id.includes(word)));
  if (options.isFast) cases = fastSubset(cases);
  const queue = [...cases];
  const proved = [];
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      let outcome;
      for (let turn = 0; turn < 3 && (!outcome || ['refuted', 'unclear'].includes(outcome.status)); ++turn)
        outcome = await proveOne(one, options, turn);
      report(one, outcome, options.isVerbose);
      proved.push({ one, ...outcome });
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, worker));
  proved.sort((left, right) => cases.indexOf(left.one) - cases.indexOf(right.one));
  printExceptions(proved, options.known);
  const total = printTable(proved);
  if (options.html) fs.writeFileSync(options.html, pageOf(proved, options.known));
  // On a busy machine a few lives may not tell; ./dev prove runs more of them.
  const isFailure = ({ status }) => status === 'refuted' || (status === 'unclear' && !options.isFast);
  const refuted = proved.filter(isFailure).length;
  const unexplained = proved.flatMap(({ paths }) => paths).filter(({ reason }) => reason === 'unknown').length;
  const share = total.paths > 0 ? `, ${(100 * total.equal / total.paths).toFixed(1)} % of the paths equal` : '';
  console.log(`${proved.length - refuted - total.static} passed, ${refuted} failed, ${total.static} not run${share}`);
  process.exitCode = refuted + unexplained > 0 ? 1 : 0;
}

await main();
