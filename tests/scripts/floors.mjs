// Checks that includes only go down: node floors.mjs ROOT. Prints each include that does not, and exits 1.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const floors = {
  base: 0, syntax: 1, semantics: 2, models: 3, program: 4, retention: 5, lint: 6, rules: 6.5, report: 7, driver: 8,
  cli: 9, lsp: 9, main: 10,
};

/** Why a file of one folder must not include `target`, or nothing if it may. */
function objection(folder, target) {
  if (target.startsWith('tree_sitter/')) {
    return folder === 'syntax' ? undefined : 'only analyzer/syntax may see tree-sitter';
  }
  const parts = target.split('/');
  const floor = floors[parts[0]];
  if (parts.length < 2 || floor === undefined || parts.includes('..')) return 'write it as "folder/file.h", from analyzer/';
  if (parts[0] === 'rules') return folder === 'rules' ? 'a rule includes no rule' : 'nothing includes a rule';
  if (floor > floors[folder]) return `${folder} (floor ${floors[folder]}) must not reach up to ${parts[0]} (floor ${floor})`;
  if (floor === floors[folder] && parts[0] !== folder) return `${folder} and ${parts[0]} must not know each other`;
  return undefined;
}

function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.(cpp|h|inc)$/.test(entry.name) ? [path] : [];
  });
}

function offendingLines(root) {
  const paths = ['analyzer', 'rules'].map((top) => join(root, top)).filter((path) => existsSync(path)).flatMap(sourcesBelow);
  if (paths.length === 0) return [`${root}: no sources here`];
  return paths.map((path) => relative(root, path)).sort().flatMap((path) => {
    const [top, below] = path.split('/');
    const folder = top === 'rules' ? 'rules' : below;
    if (floors[folder] === undefined) return [`${path}:1: the folder ${folder} has no floor`];
    return readFileSync(join(root, path), 'utf8').split('\n').flatMap((line, index) => {
      const [, bracket, target] = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line) ?? [];
      const isOurs = bracket === '"' || target?.startsWith('tree_sitter/');
      const reason = isOurs ? objection(folder, target) : undefined;
      return reason ? [`${path}:${index + 1}: ${target}: ${reason}`] : [];
    });
  });
}

const lines = offendingLines(process.argv[2]);
for (const line of lines) console.log(line);
process.exit(lines.length > 0 ? 1 : 0);
