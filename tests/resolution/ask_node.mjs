// What Node itself makes of the module names in the packages below FOLDER, one line each:
//   node --experimental-import-meta-resolve ask_node.mjs FOLDER
//   file <tab> PATH                                       a source file
//   import|require <tab> FROM <tab> SPECIFIER <tab> RESULT
// RESULT is a path, "builtin" or "nothing". Asked are the names that each file writes, and from one place every
// subpath that a package's `exports` names.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = realpathSync(process.argv[2]);
// Big, and written in one style that a part of the others shows as well.
const passedOver = new Set(['three', 'lodash', 'typescript', '@microsoft', '@babel', '@types', '.bin']);

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return folder === root && passedOver.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}

const packageTypes = new Map();
function packageType(folder) {
  if (!packageTypes.has(folder)) {
    const path = join(folder, 'package.json');
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    packageTypes.set(folder, text === undefined ? packageType(dirname(folder)) : JSON.parse(text).type ?? 'commonjs');
  }
  return packageTypes.get(folder);
}

function resolved(kind, from, specifier) {
  if (isBuiltin(specifier)) return 'builtin';
  try {
    const found = kind === 'require'
      ? createRequire(from).resolve(specifier)
      : import.meta.resolve(specifier, pathToFileURL(from));
    if (found.startsWith('node:') || isBuiltin(found)) return 'builtin';
    const path = found.startsWith('file:') ? fileURLToPath(found) : found;
    return statSync(path).isFile() ? path : 'nothing';
  } catch {
    return 'nothing';
  }
}

function ask(kind, from, specifier) {
  if (/^[^\s'"`$]+$/.test(specifier)) console.log([kind, from, specifier, resolved(kind, from, specifier)].join('\t'));
}

function askWhatIsWritten(from) {
  const text = readFileSync(from, 'utf8');
  const isModule = from.endsWith('.mjs') || (from.endsWith('.js') && packageType(dirname(from)) === 'module');
  const written = isModule
    ? /^\s*(?:import|export)\b[^'"`;]*?['"]([^'"\n]+)['"]/gm
    : /\brequire\(\s*['"]([^'"\n]+)['"]\s*\)/g;
  const specifiers = new Set([...text.matchAll(written)].map((match) => match[1]));
  for (const specifier of specifiers) ask(isModule ? 'import' : 'require', from, specifier);
}

function askForExports(packageJson, from) {
  const { name, exports } = JSON.parse(readFileSync(packageJson, 'utf8'));
  if (!name || packageJson !== join(root, name, 'package.json')) return;
  const keys = typeof exports === 'object' ? Object.keys(exports).filter((key) => key.startsWith('.')) : [];
  for (const key of new Set(['.', './package.json', './no/such/file.js', ...keys])) {
    for (const kind of ['import', 'require']) ask(kind, from, join(name, key.replace('*', 'index')));
  }
}

const files = filesBelow(root);
const sources = files.filter((path) => /\.[cm]?js$/.test(path));
for (const path of sources) console.log(`file\t${path}`);
for (const path of sources) askWhatIsWritten(path);
for (const path of files.filter((path) => path.endsWith('/package.json'))) askForExports(path, sources[0]);
