// Does the corpus have what it promises: a case that leaks and one that does not for each library that is modelled, and
// for each line of corpus/leaks.md; and files of each kind for each rule?

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';

const root = process.env.LEAKLINT_SOURCE_DIRECTORY;
const isSource = (name) => /\.(?:[cm]?[jt]sx?|vue)$/.test(name) && !/(?:^|[./])drive\.mjs$/.test(name);

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => name !== 'fixed').flatMap((name) => filesBelow(join(path, name)));
}

function readCase(folder, name) {
  const files = filesBelow(join(folder, name));
  const sources = files.filter(isSource);
  const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  const markers = text.match(/(?:\/\/|\/\*|<!--)\s*leak:\s*[\w-]+(?:\s+"[^"]*")?\s*(?:\([a-z ]+\))?/g) ?? [];
  const packages = files.filter((file) => file.endsWith('package.json')).map((file) => readFileSync(file, 'utf8'));
  return {
    id: relative(join(root, 'corpus'), join(folder, name)), sources, text, packages: packages.join('\n'),
    isBad: markers.some((marker) => !marker.includes('(false alarm)')),
  };
}

const groups = readdirSync(join(root, 'corpus')).filter((name) => statSync(join(root, 'corpus', name)).isDirectory());
const cases = groups.flatMap((group) => {
  const folder = join(root, 'corpus', group);
  return readdirSync(folder).map((name) => readCase(folder, name)).filter(({ sources }) => sources.length > 0);
});

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const namesOf = (rows) => Object.keys(rows ?? {}).flatMap((names) => names.split('|'));

/** Whether a case uses what a model file speaks of: imports a module, names a global, depends on a package. */
function usesOf(model) {
  const modules = namesOf(model.modules).map(escaped);
  const globals = namesOf(model.globals).map(escaped);
  const packages = (model.exports ?? []).flatMap((row) => row.packages ?? []).map(escaped);
  const imported = modules.length > 0 && new RegExp(`(?:from|require\\(|import\\(|import)\\s*['"](?:node:)?(?:${modules.join('|')})['"]`);
  const named = globals.length > 0 && new RegExp(`(?<![\\w.$'"])(?:${globals.join('|')})(?![\\w$'"])`);
  const dependency = packages.length > 0 && new RegExp(`"(?:${packages.join('|')})"\\s*:`);
  return (one) => (imported && imported.test(one.text)) || (named && named.test(one.text)) || (dependency && dependency.test(one.packages));
}

for (const file of readdirSync(join(root, 'rules/models')).filter((name) => name.endsWith('.json'))) {
  test(`rules/models/${file} has a case that leaks, and one that does not`, () => {
    const uses = usesOf(JSON.parse(readFileSync(join(root, 'rules/models', file), 'utf8')));
    const found = cases.filter(uses);
    assert.ok(found.some(({ isBad }) => isBad), 'none leaks');
    assert.ok(found.some(({ isBad }) => !isBad), 'all leak');
  });
}

test('the cases that corpus/leaks.md names are what their columns say', () => {
  const rows = readFileSync(join(root, 'corpus/leaks.md'), 'utf8').split('\n').filter((line) => line.startsWith('| ') && line.includes('/'));
  assert.ok(rows.length > 40);
  const wrong = [];
  for (const row of rows) {
    const [, what, leaking, clean] = row.split('|');
    for (const [cell, isBad] of [[leaking, true], [clean, false]]) {
      const ids = [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id);
      assert.ok(ids.length > 0, `${what}: no case`);
      for (const id of ids) {
        const found = cases.find((one) => one.id === id);
        assert.ok(found, `${what}: there is no corpus/${id}`);
        if (found.isBad !== isBad) wrong.push(`${what.trim()}: corpus/${id}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('each rule has cases in JavaScript and TypeScript, as ES modules and in CommonJS', () => {
  const kinds = {
    JavaScript: (one) => one.sources.some((file) => /\.[cm]?jsx?$/.test(file)),
    TypeScript: (one) => one.sources.some((file) => /\.[cm]?tsx?$/.test(file)),
    'ES modules': (one) => /^\s*(?:import|export)\s/m.test(one.text),
    CommonJS: (one) => /\brequire\(|\bmodule\.exports\b|^exports\./m.test(one.text),
  };
  for (const group of groups.filter((name) => !['programs', 'seeds'].includes(name))) {
    const ours = cases.filter(({ id }) => id.startsWith(`${group}/`));
    for (const [kind, is] of Object.entries(kinds)) assert.ok(ours.some(is), `${group}: none in ${kind}`);
  }
});
