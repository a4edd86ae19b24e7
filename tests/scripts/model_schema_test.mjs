// The JSON Schema of model files against the models that are built in, and against what the program itself accepts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv/dist/2020');
const root = process.env.LEAKLINT_SOURCE_DIRECTORY;
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const schema = readJson('rules/models.schema.json');
const accepts = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

const folder = mkdtempSync(join(tmpdir(), 'models-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'a.js'), '');
writeFileSync(join(folder, 'leaklint.json'), '{ "models": ["own.json"] }');
/** What the program says of a model file, or "" when it takes it. */
function refusal(model) {
  writeFileSync(join(folder, 'own.json'), JSON.stringify(model));
  const { status, stderr } = spawnSync(process.env.LEAKLINT_BINARY, ['check', '.'], { cwd: folder, encoding: 'utf8' });
  assert.ok(status === 0 || status === 2, stderr);
  return status === 0 ? '' : stderr;
}

/** Has every key and every kind of value once. */
const specimen = () => ({
  $schema: 'models.schema.json',
  library: 'specimen',
  lives: { meal: { each: 'for every meal', ends: 'when it is eaten', traffic: true } },
  modules: { 'kitchen|oven': 'kitchen' },
  globals: { kitchen: 'kitchen' },
  global_types: { Kitchen: 'kitchen' },
  exports: [{ names: ['cook', 'default.cook'], packages: ['kitchen'], files: ['**/*.js'], first_parameters: ['meal'], spelled: true, runs: 'life:meal', params: ['kitchen', ''] }],
  types: {
    kitchen: {
      extends: ['kitchen.base'], lifetime: 'process', is: ['emitter', 'signal', 'collection', 'bounded', 'singleton'],
      call: { returns: 'kitchen|@receiver', promise: 'when_called', given: { '0.a|1': '@arguments' }, callbacks: [{ arg: '0..1|-1.[].x.*', runs: 'sync', arity: 2, drops_promise: true, drops_result: true, params: ['@receiver', '@element:1', 'kitchen', ''] }] },
      new: { returns: '@results:1', effects: [
        { kind: 'add_listener', target: 0, event: 1, event_name: 'x', handler: -1, options: 2, once: true, honours_signal: true, awaits: true, unless_given: '2.limit' },
        { kind: 'acquire', resource: 'a pot', releases: ['wash'], handle_from: 'return', ends_itself: 'when it breaks' },
        { kind: 'subscribe', resource: 'a guest', handler: 0, holder: 'the table' },
        { kind: 'blocking', because: 'boils', value: 0, of: 'kitchen' },
        { kind: 'trim', key: 0, clears_all: true }, { kind: 'release', handle: 0 }] },
      members: { 'a|b': { type: 'kitchen' }, c: { call: {}, new: {}, spelled: true } },
      events: { 'd|e': { runs: 'life:meal', params: ['@receiver'], only: 'success' } },
      handler: { runs: 'life:meal', params: ['kitchen'] },
      methods: { 'f|g.h': { runs: 'life:meal', params: [''] } },
      types: { Kitchen: 'kitchen' },
    },
    'kitchen.base': { life: 'meal' },
    'kitchen.lasting': { lifetime: 'pooled' },
  },
});

test('every model that is built in fits the schema', () => {
  const names = readdirSync(join(root, 'rules/models')).filter((name) => name.endsWith('.json'));
  assert.ok(names.length > 30);
  for (const name of names) assert.ok(accepts(readJson(`rules/models/${name}`)), `${name}: ${JSON.stringify(accepts.errors?.slice(0, 3))}`);
});

test('the program and the schema take the specimen, which has every key of the schema', () => {
  assert.equal(refusal(specimen()), '');
  assert.ok(accepts(specimen()), JSON.stringify(accepts.errors));
  const keys = new Set();
  JSON.stringify(specimen(), (key, value) => (keys.add(key), value));
  for (const part of [schema, ...Object.values(schema.$defs)])
    for (const key of Object.keys(part.properties ?? {})) assert.ok(keys.has(key), `the specimen has no "${key}"`);
});

test('the schema has every key and every word that the program reads', () => {
  const source = ['load.cpp', 'call_rows.cpp'].map((name) => readFileSync(join(root, 'analyzer/models', name), 'utf8')).join('\n');
  const words = (text) => [...text.matchAll(/"([^"]*)"/g)].map(([, word]) => word).sort().join(' ');
  const lists = (pattern) => [...new Set([...source.matchAll(pattern)].map(([, list]) => words(list)))].sort();
  const keysOf = (part) => words(JSON.stringify(Object.keys(part.properties)));
  const parts = [schema, ...Object.values(schema.$defs)].filter((part) => part.properties);
  assert.deepEqual(lists(/allow\(\s*\{([^}]*)\}/g), [...new Set(parts.map(keysOf))].sort());
  const { call, effect, type } = schema.$defs;
  const named = [effect.properties.kind.enum, type.properties.lifetime.enum, type.properties.is.items.enum, call.properties.promise.enum, ['inherit', 'sync', 'never']];
  assert.deepEqual(lists(/to_array<std::string_view>\(\s*\{([^}]*)\}/g), named.map((list) => words(JSON.stringify(list))).sort());
});

/** Every way to spoil one place of a model, as [what, spoilt model]. */
function* spoilt(model) {
  const names = new Set(['lives', 'modules', 'globals', 'global_types', 'given', 'members', 'events', 'methods', 'types']);
  const pending = [[]];
  for (const path of pending) {
    const at = path.reduce((value, key) => value[key], model);
    if (at !== null && typeof at === 'object') for (const key of Object.keys(at)) pending.push([...path, key]);
    const change = (value) => {
      const copy = structuredClone(model);
      path.slice(0, -1).reduce((inner, key) => inner[key], copy)[path.at(-1)] = value;
      return copy;
    };
    const what = path.join('.');
    const takesAnyKey = names.has(path.at(-1)) && !(path.at(-2) === 'members');
    if (at !== null && typeof at === 'object' && !Array.isArray(at) && !takesAnyKey && path.length)
      yield [`an unknown key in ${what}`, change({ ...at, sauce: 1 })];
    if (path.length) yield [`another kind of value at ${what}`, change(typeof at === 'number' ? 'text' : 7.5)];
  }
  yield ['an unknown key at the top', { ...model, sauce: 1 }];
}

test('what one of them refuses, the other refuses too', () => {
  // Only for people: the program does not read them.
  const isUnread = (what) => /at (\$schema|library)$/.test(what);
  let count = 0;
  for (const [what, model] of spoilt(specimen())) {
    assert.ok(!accepts(model), `the schema takes ${what}`);
    if (!isUnread(what)) assert.notEqual(refusal(model), '', `the program takes ${what}`);
    ++count;
  }
  assert.ok(count > 100);
});

test('what the page about models shows is true', () => {
  const page = readFileSync(join(root, 'rules/models/README.md'), 'utf8');
  const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => JSON.parse(text));
  const models = blocks.filter((block) => block.library);
  assert.equal(models.length, 1);
  const [row] = blocks.filter((block) => block.names);
  for (const model of [...models, { exports: [row] }]) {
    assert.ok(accepts(model), JSON.stringify(accepts.errors));
    assert.equal(refusal(model), '');
  }
});

test('both refuse words that mean nothing and rows that say too little', () => {
  const type = (row) => ({ types: { a: row } });
  const effect = (row) => type({ call: { effects: [row] } });
  for (const model of [
    type({ lifetime: 'forever' }), type({ is: ['strange'] }), type({ life: 7 }), effect({ kind: 'cook' }), effect({}),
    effect({ kind: 'acquire' }), effect({ kind: 'io' }), effect({ kind: 'blocking' }), effect({ kind: 'limit', unless_given: 'first' }),
    type({ call: { returns: '@nothing' } }), type({ call: { callbacks: [{}] } }), type({ call: { callbacks: [{ arg: 'x' }] } }),
    type({ call: { callbacks: [{ arg: '0', runs: 'daily' }] } }), type({ handler: { params: ['@receiver'] } }),
    type({ members: { b: { type: 'a', call: {} } } }), { lives: { meal: { each: 'for every meal' } } },
    { exports: [{ names: ['a'] }] },
  ]) {
    assert.ok(!accepts(model), `the schema takes ${JSON.stringify(model)}`);
    assert.notEqual(refusal(model), '', `the program takes ${JSON.stringify(model)}`);
  }
});
