// Text that is embedded in the binary comes out byte for byte, whatever it holds.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.env.LEAKLINT_SOURCE_DIRECTORY;
const generator = join(root, 'cmake/generate-sources.mjs');
const folder = mkdtempSync(join(tmpdir(), 'generated-'));

const files = {
  'a.json': '"quotes" \\ back\\nslash ??= ??/ )" R"(raw)" %s // */ /*\r\n\ttab\u0000nul\u00019 é 漢 😀\u007f',
  'b.json': '',
  'c.json': `${'long line '.repeat(20_000)}\n\n\nend without a line end`,
};
const paths = Object.entries(files).map(([name, text]) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
});

const generated = join(folder, 'out/embedded_models.cpp');
execFileSync(process.execPath, [generator, 'embedded_models', generated, ...paths.reverse()]);
writeFileSync(join(folder, 'main.cpp'), `#include <cstdio>
#include "models/embedded.h"
int main() {
  for (const leaklint::EmbeddedFile& file : leaklint::embedded_models()) {
    std::printf("%.*s %zu\\n", static_cast<int>(file.name.size()), file.name.data(), file.text.size());
    std::fwrite(file.text.data(), 1, file.text.size(), stdout);
  }
}
`);
execFileSync('c++', ['-std=c++20', '-Wall', '-Werror', '-I', join(root, 'analyzer'), generated, join(folder, 'main.cpp'), '-o', join(folder, 'main')]);
const expected = Object.entries(files).map(([name, text]) => `${name} ${Buffer.byteLength(text)}\n${text}`).join('');
assert.equal(execFileSync(join(folder, 'main'), { encoding: 'utf8' }), expected);

/** What the generator makes of rules with these paths below rules/. */
function registryOf(...rules) {
  const pages = rules.map((rule) => {
    const page = join(folder, 'rules', `${rule}.md`);
    mkdirSync(join(page, '..'), { recursive: true });
    writeFileSync(page, `# ${rule}\n`);
    return page;
  });
  const output = join(folder, 'out/rule_registry.cpp');
  const { status, stderr } = spawnSync(process.execPath, [generator, 'rule_registry', output, ...pages], { encoding: 'utf8' });
  return status === 0 ? readFileSync(output, 'utf8') : stderr;
}
assert.match(registryOf('leak/a-b'), /extern const Rule a_b_rule;[^]*\{&a_b_rule, "a-b", "leak",/);
assert.match(registryOf('leak/twice', 'async/twice'), /"twice" is taken by two families/);
assert.match(registryOf('leak/Not_Kebab'), /"Not_Kebab" is not in kebab-case/);
const sorted = registryOf('leak/b', 'leak/a', 'async/z');
assert.ok(sorted.indexOf('{&z_rule') < sorted.indexOf('{&a_rule') && sorted.indexOf('{&a_rule') < sorted.indexOf('{&b_rule'));

rmSync(folder, { recursive: true });
