// Runs `check --diff`, `check --staged` and `baseline` in real git repositories.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';

const binary = process.env.LEAKLINT_BINARY;
const top = mkdtempSync(join(tmpdir(), 'git-'));
after(() => rmSync(top, { recursive: true }));

// Neither the user's configuration nor a hook that this test may run in has a say.
const environment = { ...process.env, HOME: top, GIT_CONFIG_NOSYSTEM: '1' };
for (const name of Object.keys(environment)) if (/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name)) delete environment[name];

let folder;
let count = 0;
beforeEach(() => {
  folder = join(top, `${++count}`);
  mkdirSync(folder);
  git('init -q -b main');
  git('config user.email a@b.c');
  git('config user.name tester');
});

const git = (line) => execFileSync('git', line.split(' '), { cwd: folder, env: environment, encoding: 'utf8', stdio: 'pipe' });
function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
function commit(name = 'more') {
  git('add -A');
  git(`commit -qm ${name}`);
}
function run(line, cwd = folder) {
  return spawnSync(binary, line.split(' ').filter(Boolean), { cwd, env: environment, encoding: 'utf8' });
}
/** "path:line rule", for each finding. */
function findings(line, cwd) {
  const { status, stdout, stderr } = run(`check --format json ${line}`, cwd);
  assert.equal(stderr, '', line);
  const found = JSON.parse(stdout).findings.map(({ path, start, rule }) => `${path}:${start.line} ${rule}`);
  assert.equal(status, found.length > 0 ? 1 : 0);
  return found;
}
function fails(line, message) {
  const { status, stdout, stderr } = run(line);
  assert.deepEqual([status, stdout, stderr], [2, '', `leaklint: ${message}\n`]);
}

const leak = (event) => `  process.on('${event}', () => first.end());\n`;
const handler = (...events) => `module.exports = function handle(first, second, next) {\n${events.map(leak).join('')}  next();\n};\n`;
const app = (file = './log') => `const express = require('express');\nconst app = express();\napp.use(require('${file}'));\n`;

test('--diff reports what changed lines have to do with', () => {
  write('app.js', app());
  write('log.js', handler('a', 'b'));
  commit();
  assert.deepEqual(findings(''), ['log.js:2 listener-leak', 'log.js:3 listener-leak']);
  assert.deepEqual(findings('--diff HEAD'), []);
  write('log.js', handler('a', 'new', 'b'));
  assert.deepEqual(findings('--diff HEAD'), ['log.js:3 listener-leak'], 'not the one that moved');
  assert.deepEqual(findings('--diff HEAD', join(folder, '.git', '..')), ['log.js:3 listener-leak']);
  commit();
  git('checkout -q -b topic HEAD~1');
  write('log.js', handler('a', 'b', 'other'));
  commit();
  assert.deepEqual(findings('--diff main'), ['log.js:4 listener-leak'], 'since the branches parted, not against the tip of main');
});

test('--diff reports a finding whose path runs over a changed line', () => {
  write('app.js', "const handle = require('./log');\nhandle({}, {}, () => {});\n");
  write('log.js', handler('a'));
  commit();
  assert.deepEqual(findings(''), [], 'it runs once');
  write('app.js', app());
  assert.deepEqual(findings('--diff HEAD'), ['log.js:2 listener-leak']);
});

test('--diff knows new, renamed and oddly named files', () => {
  write('app.js', app());
  write('log.js', handler('a'));
  commit();
  git('mv log.js moved.js');
  write('app.js', app('./moved'));
  write('with blank é.js', handler('x'));
  write('more/app.js', app('../with blank é'));
  write('.gitignore', 'ignored.js\n');
  write('ignored.js', handler('a'));
  assert.deepEqual(findings('--diff HEAD'), ['moved.js:2 listener-leak', 'with blank é.js:2 listener-leak']);
  assert.deepEqual(findings('--diff HEAD --staged'), [], 'only the move is staged, and there nothing reaches it');
  git('add -A');
  assert.deepEqual(findings('--diff HEAD --staged'), ['moved.js:2 listener-leak', 'with blank é.js:2 listener-leak']);
});

test('--diff and --staged read the same whatever git is told to print', () => {
  write('packages/x/app.js', app());
  write('packages/x/log.js', handler('a'));
  write('other/app.js', app());
  write('other/log.js', handler('a'));
  commit();
  for (const setting of ['diff.relative true', 'diff.noprefix true', 'diff.mnemonicPrefix true', 'color.ui always', 'diff.context 9', 'diff.interHunkContext 50', 'diff.external false', 'core.quotePath true']) git(`config ${setting}`);
  write('packages/x/log.js', handler('a', 'b'));
  write('other/log.js', handler('b', 'a'));
  const expected = ['../../other/log.js:2 listener-leak', 'log.js:3 listener-leak'];
  const below = join(folder, 'packages/x');
  assert.deepEqual(findings('--diff HEAD . ../../other', below), expected);
  git('add -A');
  assert.deepEqual(findings('--staged --diff HEAD', below), ['log.js:3 listener-leak']);
  assert.deepEqual(findings('--staged', below), ['log.js:2 listener-leak', 'log.js:3 listener-leak']);
  write('packages/x/log.js', handler());
  assert.deepEqual(findings('--staged', below), ['log.js:2 listener-leak', 'log.js:3 listener-leak']);
});

test('--diff says why it cannot', () => {
  write('a.js', 'run();\n');
  commit();
  fails('check --diff nowhere', "--diff: git knows no revision 'nowhere' here");
  fails('check --diff=--output=x', "--diff: git knows no revision '--output=x' here");
  git('checkout -q --orphan other');
  commit('apart');
  fails('check --diff main', "--diff: 'main' and HEAD have no commit in common; in a shallow clone, fetch more of the history");
  fails('check --diff HEAD --fix', '--fix moves lines, so it does not go with --diff');
  fails('check --staged --fix', '--fix changes the work tree, so it does not go with --staged');
  fails('check --staged nowhere.js', 'nowhere.js: no such file or folder');
  rmSync(join(folder, '.git'), { recursive: true });
  assert.match(run('check --staged').stderr, /^leaklint: --staged: git: not a git repository.*\n$/);
  assert.match(run('check --diff HEAD').stderr, /^leaklint: --diff: git: not a git repository.*\n$/);
});

test('--staged judges what the next commit would hold', () => {
  write('app.js', app());
  write('log.js', handler('a'));
  git('add -A');
  assert.deepEqual(findings('--staged'), ['log.js:2 listener-leak'], 'before the first commit');
  commit();
  assert.deepEqual(findings('--staged'), [], 'nothing is staged');
  assert.deepEqual(findings('--staged log.js'), ['log.js:2 listener-leak'], 'but it can be asked for');
  assert.deepEqual(findings('--staged app.js'), []);

  write('log.js', handler('a', 'b'));
  git('add log.js');
  write('log.js', handler('a', 'b', 'c'));
  assert.deepEqual(findings('--staged'), ['log.js:2 listener-leak', 'log.js:3 listener-leak']);
  write('log.js', handler());
  assert.deepEqual(findings('--staged'), ['log.js:2 listener-leak', 'log.js:3 listener-leak'], 'mended in the work tree only');
  assert.deepEqual(findings('--staged --diff HEAD'), ['log.js:3 listener-leak']);
  assert.deepEqual(findings(''), []);
  rmSync(join(folder, 'log.js'));
  assert.deepEqual(findings('--staged'), ['log.js:2 listener-leak', 'log.js:3 listener-leak'], 'gone from the work tree only');
});

test('--staged sees neither files that git does not know nor those it is to forget', () => {
  write('app.js', app());
  commit();
  write('log.js', handler('a'));
  assert.deepEqual(findings('--staged .'), []);
  git('add log.js');
  assert.deepEqual(findings('--staged .'), ['log.js:2 listener-leak']);
  git('rm -q --cached log.js');
  assert.deepEqual(findings('--staged .'), []);
});

test('--staged works from below the top, and honours the ignore rules', () => {
  write('packages/x/app.js', app());
  write('packages/x/log.js', handler('a'));
  write('packages/x/skipped.js', handler('a'));
  write('packages/x/.leaklintignore', 'skipped.js\n');
  git('add -A');
  assert.deepEqual(findings('--staged', join(folder, 'packages/x')), ['log.js:2 listener-leak']);
  assert.deepEqual(findings('--staged log.js skipped.js', join(folder, 'packages/x')), ['log.js:2 listener-leak']);
});

test('a baseline is honoured by every format, and moves with its lines', () => {
  write('app.js', app());
  write('log.js', handler('a'));
  assert.equal(run('baseline').stderr, 'leaklint: leaklint-baseline.json: 1 finding\n');
  assert.deepEqual(findings(''), []);
  write('log.js', `\n\n${handler('b', 'a')}`);
  assert.deepEqual(findings(''), ['log.js:4 listener-leak'], 'the new one alone');
  assert.deepEqual(findings('--no-baseline'), ['log.js:4 listener-leak', 'log.js:5 listener-leak']);
  const sarif = (line) => JSON.parse(run(`check --format sarif ${line}`).stdout).runs[0].results;
  assert.equal(sarif('').length, 1);
  assert.deepEqual(sarif('--sarif-suppressed').map(({ suppressions }) => suppressions), [[], [{ kind: 'external', status: 'accepted' }]]);
  assert.doesNotMatch(run('check --format github').stdout, /'a'/);

  write('log.js', handler());
  assert.match(run('check').stdout, /^leaklint-baseline\.json {2}note {2}1 finding of it is gone; 'leaklint baseline --prune' takes it out\n/);
  assert.equal(run('check').status, 0);
  assert.equal(run('baseline --prune').stderr, 'leaklint: leaklint-baseline.json: 0 findings; 1 gone\n');
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'leaklint-baseline.json'), 'utf8')).findings, []);

  write('log.js', handler('a'));
  run('baseline --output known.json');
  assert.deepEqual(findings('--baseline known.json'), []);
  assert.deepEqual(findings(''), ['log.js:2 listener-leak']);
  write('known.json', '{ "version": 1, "findings": 3 }');
  fails('check --baseline known.json', 'known.json:1:1: a baseline has "findings": [ … ]');
  fails('check --baseline nowhere.json', "cannot read 'nowhere.json': No such file or directory");
  fails('check --baseline known.json --no-baseline', '--baseline and --no-baseline exclude each other');
});
