// A comparison that notices nothing would agree with everything. So each part of our answer for a few fixtures is
// falsified once, and the comparison must object.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, ourScopes } from './compare.mjs';
import { oracleScopes } from './oracle.mjs';

const middle = (list) => Math.floor(list.length / 2);

const falsifications = {
  'a scope is missing': ({ scopes }) => scopes.pop(),
  'a scope has another kind': ({ scopes }) => (scopes[middle(scopes)][0] = 'switch'),
  'a scope ends elsewhere': ({ scopes }) => (scopes[middle(scopes)][2] -= 7),
  'a scope has another parent': ({ scopes }) => (scopes[scopes.length - 1][3] = 0),
  'a scope has another strictness': ({ scopes }) => (scopes[1][4] = !scopes[1][4]),
  'a binding has another name': ({ bindings }) => (bindings[middle(bindings)][0] += '_'),
  'a binding has another scope': ({ bindings }) => (bindings[middle(bindings)][1] += 1),
  'a binding is declared elsewhere': ({ bindings }) => (bindings[0][3][0] += 1),
  'a use is missing': ({ uses }) => uses.splice(middle(uses), 1),
  'a use has another name': ({ uses }) => (uses[middle(uses)][0] += '_'),
  'a use lies elsewhere': ({ uses }) => (uses[middle(uses)][1] += 1),
  'a use has another scope': ({ uses }) => (uses[middle(uses)][2] = 0),
  'a use means nothing': ({ uses }) => (uses.find((use) => use[3] !== null)[3] = null),
  'a use means something else': ({ uses }) => (uses.find((use) => use[3] !== null)[3] += 1),
  'a use has another mode': ({ uses }) => (uses[middle(uses)][4] = ['write', 'typeof', 'init']),
};

export function checkThatTheComparisonNotices(binary, folder) {
  for (const name of ['sloppy.cjs', 'module.mjs', 'types.ts']) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    const { stdout, stderr } = spawnSync(binary, ['dump', 'scopes', '--json', path], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    assert.ok(stdout, stderr);
    const differences = (falsify) => {
      const dump = JSON.parse(stdout);
      falsify(dump);
      const found = [];
      compare(ourScopes(dump, text), oracleScopes(path, text, dump.module), text, (difference) => found.push(difference));
      return found.length;
    };
    const before = differences(() => {});
    for (const [what, falsify] of Object.entries(falsifications))
      assert.ok(differences(falsify) > before, `${name}: the comparison does not notice that ${what}`);
  }
}
