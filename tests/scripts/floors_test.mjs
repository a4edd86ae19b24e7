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

/** What the check prints for a tree of one source file. */
function verdictOn(path, include) {
  const root = mkdtempSync(join(tmpdir(), 'floors-'));
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), `#pragma once\n#include ${include}\n`);
  const { status, stdout } = check(root);
  rmSync(root, { recursive: true });
  assert.equal(status, stdout === '' ? 0 : 1);
  return stdout;
}

const allowed = [
  ['analyzer/lint/a.h', '"syntax/tree.h"'],
  ['analyzer/syntax/a.cpp', '<tree_sitter/api.h>'],
  ['analyzer/syntax/a.h', '"syntax/kinds.inc"'],
  ['analyzer/cli/a.cpp', '"driver/check.h"'],
  ['analyzer/cli/a.cpp', '<CLI/CLI.hpp>'],
  ['rules/leak/a.cpp', '"lint/rule.h"'],
  ['analyzer/report/a.cpp', '"lint/finding.h"'],
];
for (const [path, include] of allowed) assert.equal(verdictOn(path, include), '', `${path} may include ${include}`);

const forbidden = [
  ['analyzer/base/a.h', '"syntax/tree.h"'],
  ['analyzer/lint/a.h', '"report/text.h"'],
  ['analyzer/cli/a.cpp', '"lsp/server.h"'],
  ['analyzer/lsp/a.cpp', '"cli/main.h"'],
  ['analyzer/semantics/a.cpp', '<tree_sitter/api.h>'],
  ['analyzer/semantics/a.cpp', '"tree_sitter/api.h"'],
  ['analyzer/lint/a.cpp', '"rules/leak/b.h"'],
  ['analyzer/lint/a.cpp', '"../driver/b.h"'],
  ['analyzer/lint/a.cpp', '"rule.h"'],
  ['analyzer/lint/a.cpp', '"lint/../driver/b.h"'],
  ['analyzer/extras/a.cpp', '"base/id.h"'],
  ['rules/leak/a.cpp', '"rules/leak/b.h"'],
  ['rules/leak/a.cpp', '"b.h"'],
  ['rules/leak/a.cpp', '"report/text.h"'],
];
for (const [path, include] of forbidden) {
  assert.match(verdictOn(path, include), new RegExp(`^${path}:[12]: `), `${path} must not include ${include}`);
}
