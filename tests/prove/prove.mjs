// Runs the corpus for real and says whether each case is what its markers claim. See README.md beside this file.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Compiler, findCases, writeCase } from './cases.mjs';
import { checkPaths } from './heap_check.mjs';
import { pageOf } from './page.mjs';
import { withScenarios } from './programs.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));

function runChild(one, options) {
  const folder = path.join(options.work, one.id);
  const specificationFile = `${folder}.specification.json`;
  const specification = {
    folder, driver: one.driver, scenario: one.scenario, entry: one.code.entry, isBad: one.isBad, rule: one.rule, lives: options.lives, isFast: options.isFast,
    result: `${folder}.result.json`, snapshot: null,
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
    const timer = setTimeout(() => child.kill('SIGKILL'), options.patience);
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
    folder: path.join(options.work, one.id), code: { ...one.code, driver: one.driver }, grown: grown.map(([name]) => name),
    findings: findingsOf(one, options.leaklint),
  });
  fs.existsSync(snapshot);
  return compared;
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
  const grown = Object.entries(result.verdicts).filter(([, { verdict }]) => verdict === 'grows' || verdict === 'stays').map(([name]) => name);
  if (one.isBad) {
    const seen = grown.filter((name) => result.wanted.includes(name));
    if (seen.length > 0) return { status: 'proved', grown: seen };
    const isFlat = result.wanted.every((name) => (result.verdicts[name] ?? { verdict: 'flat' }).verdict === 'flat');
    return { status: isFlat && !isSizeOnly(result.wanted) ? 'refuted' : 'unclear', why: 'it does not grow', grown };
  }
  const unclear = Object.entries(result.verdicts).filter(([, { verdict }]) => verdict === 'unclear').map(([name]) => name);
  if (grown.length > 0) return { status: isSizeOnly(grown) ? 'unclear' : 'refuted', why: `it grows: ${grown.join(', ')}`, grown };
  if (unclear.length > 0) return { status: 'unclear', why: `unclear: ${unclear.join(', ')}` };
  return { status: 'proved' };
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

async function proveOne(one, options) {
  let result;
  try {
    one.code = writeCase(one, path.join(options.work, one.id), options.compiler, options.packages);
    result = await runChild(one, options);
  } catch (error) {
    result = { error: `it cannot be started: ${error.message}`.replace('Cannot find', 'there is no') };
  }
  const outcome = statusOf(one, result, options.isFast);
  const isCompared = outcome.status === 'proved' && one.isBad && options.isHeapRead;
  return { ...outcome, result, paths: isCompared ? comparePathsOf(one, result, options) : [] };
}

function report(one, { status, why, grown, result, paths }, isVerbose) {
  if (status === 'refuted' || status === 'unclear' || isVerbose)
    console.log(`${status.padEnd(8)} ${one.isBad ? 'bad  ' : 'clean'} ${one.id}  ${why ?? grown ?? ''}`);
  if (isVerbose) console.log(tableOf(result));
  for (const { static: ours, heap, difference } of paths) {
    if (difference !== null || isVerbose)
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
    row.paths += paths.length;
    row.equal += paths.filter(({ difference }) => difference === null).length;
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

function readOptions(flags) {
  const options = {
    wanted: [], work: path.join(process.env.LEAKLINT_PROVE_FOLDER ?? path.join(root, 'build/prove'), 'work'),
    leaklint: process.env.LEAKLINT_BINARY ?? path.join(root, 'build/release/leaklint'),
    packages: path.join(here, 'node_modules'), compiler: new Compiler(path.join(root, 'tests'), here),
    lives: 24, patience: 120_000, isHeapRead: true,
  };
  for (let index = 0; index < flags.length; ++index) {
    const flag = flags[index];
    if (flag === '--fast') Object.assign(options, { isFast: true, isHeapRead: false, lives: 12 });
    else if (flag === '--verbose') options.isVerbose = true;
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
      let outcome = await proveOne(one, options);
      if (['refuted', 'unclear'].includes(outcome.status)) outcome = await proveOne(one, options);  // the machine may have been busy
      report(one, outcome, options.isVerbose);
      proved.push({ one, ...outcome });
    }
  };
  await Promise.all(Array.from({ length: os.cpus().length }, worker));
  proved.sort((left, right) => cases.indexOf(left.one) - cases.indexOf(right.one));
  const total = printTable(proved);
  if (options.html) fs.writeFileSync(options.html, pageOf(proved));
  // On a busy machine a few lives may not tell; ./dev prove runs more of them.
  const isFailure = ({ status }) => status === 'refuted' || (status === 'unclear' && !options.isFast);
  const refuted = proved.filter(isFailure).length;
  console.log(`${proved.length - refuted - total.static} passed, ${refuted} failed, ${total.static} not run`);
  process.exitCode = refuted > 0 ? 1 : 0;
}

await main();
