// `./dev new-rule` writes two files; with nothing else changed, the build compiles them and `leaklint rules` lists the rule.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.env.LEAKLINT_SOURCE_DIRECTORY;
const build = process.env.LEAKLINT_BUILD_DIRECTORY;
const tree = mkdtempSync(join(tmpdir(), 'new-rule-'));

// A copy of what the script and the generator read; the sources themselves are used where they lie.
for (const part of ['rules', 'cmake']) cpSync(join(root, part), join(tree, part), { recursive: true });
copyFileSync(join(root, 'dev'), join(tree, 'dev'));
symlinkSync(join(root, 'analyzer'), join(tree, 'analyzer'));

const written = execFileSync(join(tree, 'dev'), ['new-rule', 'leak/sample-rule'], { encoding: 'utf8' });
assert.deepEqual(written.trim().split('\n'), ['rules/leak/sample-rule.cpp', 'rules/leak/sample-rule.md']);
assert.notEqual(spawnSync(join(tree, 'dev'), ['new-rule', 'leak/sample-rule']).status, 0, 'a rule is not written twice');
assert.notEqual(spawnSync(join(tree, 'dev'), ['new-rule', 'NoFamily']).status, 0, 'a wrong name is refused');

// The new registry and the new rule are linked before the library, whose own registry is then not taken.
const pages = readdirSync(join(tree, 'rules'), { recursive: true })
  .filter((path) => path.endsWith('.md') && dirname(path) !== '.' && dirname(path) !== 'models')
  .map((path) => join(tree, 'rules', path));
mkdirSync(join(tree, 'out'));
const registry = join(tree, 'out/rule_registry.cpp');
execFileSync(process.execPath, [join(root, 'cmake/generate-sources.mjs'), 'rule_registry', registry, ...pages]);
const list = join(tree, 'out/list.cpp');
copyFileSync(join(root, 'tests/scripts/list_rules.cpp.txt'), list);
const binary = join(tree, 'out/list');
execFileSync('c++', ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-I', join(root, 'analyzer'), '-I', join(build, 'generated'),
  list, registry, join(tree, 'rules/leak/sample-rule.cpp'), join(build, 'libleaklint_core.a'), join(build, 'libleaklint_grammars.a'),
  join(build, 'libtree_sitter.a'), '-lxxhash', '-llmdb', '-lpthread', '-o', binary], { stdio: 'inherit' });
assert.match(execFileSync(binary, { encoding: 'utf8' }), /^leak\/sample-rule$/m);
rmSync(tree, { recursive: true });
