// `leaklint init` in projects of several kinds, and the JSON Schema against what the program itself accepts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';

const require = createRequire(import.meta.url);
const Ajv = require('ajv');
const binary = process.env.LEAKLINT_BINARY;
const top = mkdtempSync(join(tmpdir(), 'init-'));
after(() => rmSync(top, { recursive: true }));

let folder;
let count = 0;
beforeEach(() => mkdirSync((folder = join(top, `${++count}`))));
function write(name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
const run = (line) => spawnSync(binary, line.split(' '), { cwd: folder, encoding: 'utf8' });
const schema = JSON.parse(run_in_top('schema'));
function run_in_top(line) {
  return spawnSync(binary, line.split(' '), { cwd: top, encoding: 'utf8' }).stdout;
}
const accepts = new Ajv({ strict: false }).compile(schema);
/** JSON with line comments that stand on lines of their own. */
const parse = (text) => JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));

test('init writes what fits the project, and check reads it', () => {
  write('package.json', '{ "dependencies": { "express": "5", "left-pad": "1" }, "devDependencies": { "no-such": "1" } }');
  write('src/app.js', "require('express')().use((req, res, next) => { process.on('exit', () => req.end()); next(); });\n");
  write('dist/bundle.js', 'a == b;\n');
  write('packages/x/build/out.js', 'a == b;\n');
  write('test/app.test.js', "require('express')().use((req, res, next) => { process.on('exit', () => req.end()); next(); });\n");
  const before = JSON.parse(run('check --format json').stdout).findings.map(({ path }) => path);
  assert.deepEqual(before, ['dist/bundle.js', 'packages/x/build/out.js', 'src/app.js', 'test/app.test.js']);

  const { status, stdout, stderr } = run('init');
  assert.deepEqual([status, stdout, stderr], [0, '', "leaklint: wrote leaklint.json for 4 files; of the dependencies leaklint knows express\n"]);
  const text = readFileSync(join(folder, 'leaklint.json'), 'utf8');
  const written = parse(text);
  assert.ok(accepts(written), JSON.stringify(accepts.errors));
  assert.deepEqual(written.exclude, ['/dist/', '/packages/x/build/']);
  assert.deepEqual(written.overrides.map(({ files }) => files), [['/test/']]);
  assert.match(text, /knows what these hold, run and release: express\.\n/);
  const after = JSON.parse(run('check --format json').stdout).findings.map(({ path }) => path);
  assert.deepEqual(after, ['src/app.js']);
});

test('init writes a short file where there is little to know, and never over another', () => {
  assert.equal(run('init').status, 0);
  const text = readFileSync(join(folder, 'leaklint.json'), 'utf8');
  assert.ok(accepts(parse(text)));
  assert.doesNotMatch(text, /\$schema|dependencies, leaklint knows/);
  assert.equal(run('check').stdout, 'no findings in 0 files\n');
  const again = run('init');
  assert.deepEqual([again.status, again.stderr], [2, 'leaklint: leaklint.json is here already; nothing was changed\n']);
  assert.equal(readFileSync(join(folder, 'leaklint.json'), 'utf8'), text);
});

test('init points to the schema of the npm package where that is installed', () => {
  write('node_modules/leaklint/leaklint.schema.json', '{}');
  run('init');
  assert.equal(parse(readFileSync(join(folder, 'leaklint.json'), 'utf8')).$schema, './node_modules/leaklint/leaklint.schema.json');
});

test('the schema accepts what the program accepts, and nothing else', () => {
  const override = (more) => ({ overrides: [{ files: ['a.js'], ...more }] });
  const samples = [
    {}, [], 3, { $schema: 'x' }, { preset: 'leaks' }, { preset: 'leak' }, { preset: 1 }, { presets: 'leaks' },
    { confidence: 'low' }, { confidence: 'lowest' }, { rules: {} }, { rules: [] }, { rules: { 'no-var': 'warn' } },
    { rules: { 'no-var': 'warning' } }, { rules: { 'no-var': 'warned' } }, { rules: { 'no-vars': 'warn' } },
    { rules: { 'no-var': ['error'] } }, { rules: { 'no-var': [] } }, { rules: { 'no-var': ['error', {}] } },
    { rules: { 'no-var': ['error', { x: 1 }] } }, { rules: { 'no-var': ['error', {}, {}] } }, { rules: { 'no-var': ['error', []] } },
    { rules: { 'request-in-timer': ['warn', { minimumDelay: 5000 }] } }, { rules: { 'request-in-timer': ['warn', { minimumDelay: '5' }] } },
    { rules: { 'request-in-timer': ['warn', { minimumDelay: 5.5 }] } }, { rules: { 'request-in-timer': ['warn', { minimumDelay: 5e12 }] } },
    { include: ['a'] }, { include: 'a' }, { exclude: [1] }, { models: [] }, { models: {} },
    { globals: { a: 'writable', b: 'readonly', c: 'off', d: true, e: 'readable', f: 'false' } }, { globals: { a: 'write' } }, { globals: { a: 1 } },
    override({}), override({ rules: { 'no-var': 'off' }, preset: 'all', confidence: 'high', globals: {} }), override({ exclude: [] }),
    { overrides: [{}] }, { overrides: [{ files: [] }] }, { overrides: {} }, { overrides: [3] },
  ];
  let accepted = 0;
  for (const sample of samples) {
    const text = JSON.stringify(sample);
    write('leaklint.json', text);
    write('a.js', '');
    if (sample.models) continue;
    const { status, stderr } = run('check a.js');
    assert.equal(accepts(sample), status === 0, `${text}: ${stderr}`);
    if (status === 0) ++accepted;
    else assert.match(stderr, /^leaklint: leaklint\.json:1:\d+: /, text);
  }
  assert.ok(accepted > 10 && accepted < samples.length - 15);
});

test('the schema describes every rule and option', () => {
  for (const { id, options } of JSON.parse(run('rules --format json').stdout)) {
    const { description, anyOf } = schema.definitions.rules.properties[id];
    assert.ok(description.length > 20, id);
    assert.deepEqual(Object.keys(anyOf[1].items[1].properties), options.map(({ name }) => name));
  }
  for (const [key, { description }] of Object.entries(schema.properties)) assert.ok(description, key);
});
