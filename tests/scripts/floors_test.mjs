// The tree keeps its floors, and the check sees each way of leaving them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const check = (root) => spawnSync(process.execPath, [join(here, 'floors.mjs'), root], { encoding: 'utf8' });

const ours = check(join(here, '../..'));
assert.equal(ours.status, 0, `includes that leave their floor:\n${ours.stdout}${ours.stderr}`);

/** What the check prints for a tree with one source file for each of these includes, named 0.h, 1.h, … */
function verdictOn(includes) {
  const root = mkdtempSync(join(tmpdir(), 'floors-'));
  includes.forEach(([folder, include], index) => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, `${index}.h`), `#pragma once\n#include ${include}\n`);
  });
  const { status, stdout } = check(root);
  rmSync(root, { recursive: true });
  assert.equal(status, stdout === '' ? 0 : 1);
  return stdout;
}

const allowed = [
  ['analyzer/lint', '"syntax/tree.h"'],
  ['analyzer/syntax', '<tree_sitter/api.h>'],
  ['analyzer/syntax', '"syntax/kinds.inc"'],
  ['analyzer/cli', '"driver/check.h"'],
  ['analyzer/cli', '<CLI/CLI.hpp>'],
  ['analyzer/main', '"lsp/server.h"'],
  ['rules/leak', '"lint/rule.h"'],
  ['analyzer/report', '"lint/finding.h"'],
];
assert.equal(verdictOn(allowed), '');

const forbidden = [
  ['analyzer/base', '"syntax/tree.h"'],
  ['analyzer/lint', '"report/text.h"'],
  ['analyzer/cli', '"lsp/server.h"'],
  ['analyzer/lsp', '"cli/command_line.h"'],
  ['analyzer/cli', '"main/main.h"'],
  ['analyzer/semantics', '<tree_sitter/api.h>'],
  ['analyzer/semantics', '"tree_sitter/api.h"'],
  ['analyzer/lint', '"rules/leak/b.h"'],
  ['analyzer/lint', '"../driver/b.h"'],
  ['analyzer/lint', '"rule.h"'],
  ['analyzer/lint', '"lint/../driver/b.h"'],
  ['analyzer/extras', '"base/id.h"'],
  ['rules/leak', '"rules/leak/b.h"'],
  ['rules/leak', '"b.h"'],
  ['rules/leak', '"report/text.h"'],
];
const verdict = verdictOn(forbidden);
forbidden.forEach(([folder, include], index) => {
  assert.match(verdict, new RegExp(`^${folder}/${index}\\.h:[12]: `, 'm'), `${folder} must not include ${include}`);
});
