// The hooks of .pre-commit-hooks.yaml under the real pre-commit, in repositories that commit for real.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';

import { packNpm } from './pack_npm.mjs';

const { LEAKLINT_BINARY: binary, LEAKLINT_SOURCE_DIRECTORY: source } = process.env;
const isThere = spawnSync('pre-commit', ['--version']).status === 0;
const skip = isThere ? false : 'no pre-commit here; install the package pre-commit to run this test';
if (skip) console.log(`SKIPPED: ${skip}`);

const top = mkdtempSync(join(tmpdir(), 'pre-commit-'));
after(() => rmSync(top, { recursive: true, force: true }));
const environment = {
  ...process.env,
  HOME: top,
  PRE_COMMIT_HOME: join(top, 'cache'),
  npm_config_cache: join(top, 'npm'),
  npm_config_offline: 'true',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'tester', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'tester', GIT_COMMITTER_EMAIL: 'a@b.c',
  PATH: `${dirname(binary)}:${process.env.PATH}`,
};
for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) delete environment[name];
const options = (cwd) => ({ cwd, env: environment, encoding: 'utf8', stdio: 'pipe' });

let folder;
let count = 0;
beforeEach(() => mkdirSync((folder = join(top, `${++count}`))));
const git = (line, cwd = folder) => execFileSync('git', line.split(' '), options(cwd)).trim();
function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** This repository's hooks as a repository of their own, which pre-commit can clone. */
function hookRepository() {
  const hooks = join(top, 'hooks');
  mkdirSync(hooks);
  for (const name of ['.pre-commit-hooks.yaml', 'package.json']) copyFileSync(join(source, name), join(hooks, name));
  git('init -q', hooks);
  git('add -A', hooks);
  git('commit -qm hooks', hooks);
  return { path: hooks, revision: git('rev-parse HEAD', hooks) };
}
const hooks = skip ? undefined : hookRepository();

function install(id, more = '') {
  git('init -q -b main');
  write('.pre-commit-config.yaml', `repos:\n- repo: ${hooks.path}\n  rev: ${hooks.revision}\n  hooks:\n  - id: ${id}\n${more}`);
  execFileSync('pre-commit', ['install'], options(folder));
}
/** Whether the commit came about, and what was said. */
function commit() {
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'more'], options(folder));
  return { isThere: status === 0, said: stdout + stderr };
}

const app = "const express = require('express');\nexpress().use(require('./log'));\n";
const leak = "module.exports = (req, res, next) => {\n  process.on('exit', () => req.end());\n  next();\n};\n";
const clean = 'module.exports = (req, res, next) => next();\n';

test('a commit with a leak is refused, one without passes', { skip }, () => {
  install('leaklint-system');
  write('app.js', app);
  write('log.js', leak);
  git('add -A');
  const refused = commit();
  assert.ok(!refused.isThere, refused.said);
  assert.match(refused.said, /log\.js:2:3 {2}error {2}listener-leak/);
  assert.match(refused.said, /retained +process ▸ _events\.exit ▸ closure \(log\.js:2\) ▸ req/);
  assert.equal(spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], options(folder)).status, 1);
  write('log.js', clean);
  git('add -A');
  const passed = commit();
  assert.ok(passed.isThere, passed.said);
  assert.match(passed.said, /leaklint\.+Passed/);
  write('notes.txt', 'nothing to check\n');
  git('add -A');
  assert.match(commit().said, /no files to check/);
});

test('a partly staged file is judged by what is staged', { skip }, () => {
  install('leaklint-system');
  write('app.js', app);
  write('log.js', leak);
  git('add -A');
  write('log.js', clean);
  assert.ok(!commit().isThere, 'mended in the work tree only');
  assert.equal(readFileSync(join(folder, 'log.js'), 'utf8'), clean, 'and the work tree is as it was');
  git('add -A');
  write('log.js', leak);
  const passed = commit();
  assert.ok(passed.isThere, passed.said);
  assert.equal(readFileSync(join(folder, 'log.js'), 'utf8'), leak);
});

test('without pre-commit, as a plain hook, it judges what is staged as well', () => {
  git('init -q -b main');
  writeFileSync(join(folder, '.git/hooks/pre-commit'), '#!/bin/sh\nexec leaklint check --staged\n', { mode: 0o755 });
  write('app.js', app);
  write('log.js', leak);
  git('add -A');
  write('log.js', clean);
  assert.ok(!commit().isThere);
  git('add -A');
  write('log.js', leak);
  assert.ok(commit().isThere);
  const { status, stdout } = spawnSync('git', ['commit', '-a', '-m', 'all'], options(folder));
  assert.equal(status, 1, 'a commit of everything has an index of its own');
  assert.match(stdout + git('log --oneline'), /more/);
});

test('200 files at once are one program and one report', { skip }, () => {
  install('leaklint-system');
  for (let index = 0; index < 200; ++index) write(`src/file-${index}.js`, `exports.f${index} = () => ${index};\n`);
  write('app.js', app);
  write('log.js', leak);
  git('add -A');
  const refused = commit();
  assert.ok(!refused.isThere);
  assert.equal(refused.said.match(/1 error in 1 of 202 files/g)?.length, 1, refused.said);
  write('log.js', clean);
  git('add -A');
  assert.ok(commit().isThere);
  const all = spawnSync('pre-commit', ['run', '--all-files'], options(folder));
  assert.match(all.stdout, /leaklint\.+Passed/, 'with nothing staged, all files are looked at');
});

test('a leak that was there before is reported when its file is committed, unless the baseline knows it', { skip }, () => {
  install('leaklint-system');
  write('app.js', app);
  write('log.js', leak);
  execFileSync(binary, ['baseline'], options(folder));
  git('add -A');
  assert.ok(commit().isThere);
  write('log.js', leak.replace('  next', "  process.on('SIGINT', () => res.end());\n  next"));
  git('add -A');
  const refused = commit();
  assert.match(refused.said, /'SIGINT'/);
  assert.doesNotMatch(refused.said, /'exit'/);
});

test('the node hook runs the npm package that it names', { skip }, () => {
  const named = /additional_dependencies: \['leaklint@([\d.]+)'\]/.exec(readFileSync(join(source, '.pre-commit-hooks.yaml'), 'utf8'));
  assert.equal(`leaklint ${named[1]}\n`, execFileSync(binary, ['--version'], { encoding: 'utf8' }));
  const { launcher, platform } = packNpm(join(top, 'packages'));
  delete environment.LEAKLINT_BINARY;
  install('leaklint', `    additional_dependencies: ['${launcher}', '${platform}']\n`);
  environment.PATH = process.env.PATH;
  write('app.js', app);
  write('log.js', leak);
  git('add -A');
  const refused = commit();
  assert.ok(!refused.isThere && /listener-leak/.test(refused.said), refused.said);
  write('log.js', clean);
  git('add -A');
  const passed = commit();
  assert.ok(passed.isThere, passed.said);
});
