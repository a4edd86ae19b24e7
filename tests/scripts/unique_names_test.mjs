// Two types of one name in one namespace, in headers that never meet, compile and link, and then one is used as the
// other. No header may define a name that another one defines.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(process.env.LEAKLINT_SOURCE_DIRECTORY, 'analyzer');
const definedIn = new Map();
for (const path of readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.h'))) {
  for (const [, name] of readFileSync(join(root, path), 'utf8').matchAll(/^(?:struct|class|enum class|enum) (\w+)(?!\w|::)[^;()]*\{/gm)) {
    definedIn.set(name, [...(definedIn.get(name) ?? []), path]);
  }
}
const twice = [...definedIn].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(', ')}`);
assert.deepEqual(twice, []);
assert.ok(definedIn.size > 50);
