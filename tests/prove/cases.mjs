// What is to be run: the cases of the leak rules and the seeds, what their markers claim, and a work folder for each
// with code that Node can load. Types and JSX are taken out by TypeScript, with a map back to the lines of the case.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const leakRules = [
  'listener-leak', 'unbounded-cache', 'request-in-timer', 'global-request-state',
  'timer-leak', 'resource-leak', 'subscription-leak', 'ignored-signal',
];

const sourceEndings = /\.(?:js|mjs|cjs|jsx|ts|mts|cts|tsx|vue)$/;
const driverEnding = /(?:^|\.|\/)drive\.mjs$/;
export const isDriver = (name) => driverEnding.test(name);
const markerGrammar = /(?:\/\/|\/\*|<!--)\s*leak:\s*([\w-]+)(?:\s+"([^"]*)")?\s*(?:\((missed|false alarm)\))?/g;

function sourcesIn(folder, below = '') {
  const names = [];
  for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name);
    if (entry.isDirectory()) names.push(...sourcesIn(folder, name));
    else if (sourceEndings.test(name) && !isDriver(name)) names.push(name);
  }
  return names.sort();
}

function markersIn(text) {
  const markers = [];
  text.split('\n').forEach((line, index) => {
    for (const [, rule, words, status] of line.matchAll(markerGrammar))
      markers.push({ rule, words, status: status ?? 'expected', line: index + 1 });
  });
  return markers;
}

function readCase(root, group, name) {
  const place = path.join(root, 'corpus', group, name);
  const isFolder = fs.statSync(place).isDirectory();
  const folder = isFolder ? place : path.dirname(place);
  const files = (isFolder ? sourcesIn(place) : [name]).map((file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    return { name: file, text, markers: markersIn(text) };
  });
  const driver = isFolder ? path.join(place, 'drive.mjs') : place.replace(/\.\w+$/, '.drive.mjs');
  const driverText = fs.existsSync(driver) ? fs.readFileSync(driver, 'utf8') : null;
  // Harm that is shown is what any rule is about; else it is a leak. A marker that is known to be a false alarm claims nothing.
  const isShown = /^export (?:const|\{.*) ?shows\b/m.test(driverText ?? '');
  const claims = files.flatMap((file) => file.markers.map((marker) => ({ file: file.name, ...marker })))
    .filter((marker) => (isShown || leakRules.includes(marker.rule)) && marker.status !== 'false alarm');
  return {
    group, name, place, files, claims, driverText,
    id: `${group}/${name}`,
    driver: driverText === null ? null : driver,
    isBad: claims.length > 0,
    rule: claims[0]?.rule ?? (leakRules.includes(group) ? group : null),
  };
}

/** Every case of the leak rules, every seed, and the programs that have a driver. */
export function findCases(root) {
  const cases = [];
  for (const group of [...leakRules, 'seeds', 'programs']) {
    const folder = path.join(root, 'corpus', group);
    for (const name of fs.readdirSync(folder).sort()) {
      const isCase = fs.statSync(path.join(folder, name)).isDirectory() || sourceEndings.test(name);
      if (isCase && !isDriver(name)) cases.push(readCase(root, group, name));
    }
  }
  return cases.filter((one) => one.group !== 'programs' || one.driver);
}

const isModuleSyntax = /^\s*(?:import\s*(?:[\w{*'"]|\/)|export\s)/m;

/** Leads a file's relative imports to the files that are written, whose names may have one more ending. */
function redirectImports(text, name, written) {
  const folder = path.dirname(name);
  const redirect = (whole, before, specifier, after) => {
    const wanted = path.join(folder, specifier);
    const candidates = [wanted, ...['.ts', '.tsx', '.js', '.mjs', '.jsx', '.vue'].map((ending) => wanted + ending),
      wanted.replace(/\.js$/, '.ts'), wanted.replace(/\.mjs$/, '.mts'), `${wanted}/index.ts`, `${wanted}/index.js`];
    const target = candidates.find((candidate) => written.has(candidate));
    if (!target) return whole;
    const found = path.relative(folder, written.get(target));
    return `${before}${found.startsWith('.') ? '' : './'}${found}${after}`;
  };
  return text.replace(/((?:from|import|import\(|require\()\s*['"])(\.\.?\/[^'"]+)(['"])/g, redirect);
}

export class Compiler {
  constructor(testsFolder, packagesFolder) {
    this.requireTest = createRequire(path.join(testsFolder, 'package.json'));
    this.requirePackage = createRequire(path.join(packagesFolder, 'package.json'));
  }

  compile(file) {
    const component = file.name.endsWith('.vue') ? this.scriptOfComponent(file.text, file.name) : null;
    const text = component?.content ?? file.text;
    const typescript = this.requireTest('typescript');
    const { outputText, sourceMapText } = typescript.transpileModule(text, {
      fileName: file.name.replace(/\.vue$/, '.ts'),
      compilerOptions: {
        target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.ESNext, sourceMap: true,
        jsx: typescript.JsxEmit.ReactJSX, experimentalDecorators: true, emitDecoratorMetadata: true,
        useDefineForClassFields: false,
      },
    });
    return { text: outputText.replace(/^\/\/# sourceMappingURL=.*$/m, ''), maps: [JSON.parse(sourceMapText), ...(component?.map ? [component.map] : [])] };
  }

  /** What a file declares outside of all functions. */
  topNamesOf(file) {
    const typescript = this.requireTest('typescript');
    const text = file.name.endsWith('.vue') ? /<script[^>]*>([^]*?)<\/script>/.exec(file.text)?.[1] ?? '' : file.text;
    const tree = typescript.createSourceFile(`${file.name}.tsx`, text, typescript.ScriptTarget.Latest);
    const names = [];
    const addNames = (name) => {
      if (name.elements) name.elements.forEach((element) => element.name && addNames(element.name));
      else names.push(name.text);
    };
    for (const statement of tree.statements) {
      if (statement.name) addNames(statement.name);
      for (const declaration of statement.declarationList?.declarations ?? []) addNames(declaration.name);
    }
    return names;
  }

  /** A component without its template, whose render function would only stand around the code that is asked about. */
  scriptOfComponent(text, name) {
    const compiler = this.requirePackage('@vue/compiler-sfc');
    const { descriptor } = compiler.parse(text, { filename: name });
    return compiler.compileScript(descriptor, { id: 'case', inlineTemplate: true });
  }
}

/** Writes the case's code into a folder of its own, and says which file is which there. */
export function writeCase(one, folder, compiler, packages) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const isPlain = (name) => /\.(?:js|mjs|cjs)$/.test(name);
  const written = new Map(one.files.map(({ name }) => [name, isPlain(name) ? name : `${name}.mjs`]));
  const maps = {};
  for (const file of one.files) {
    let { text } = file;
    if (!isPlain(file.name)) ({ text, maps: maps[written.get(file.name)] } = compiler.compile(file));
    const target = path.join(folder, written.get(file.name));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, redirectImports(text, file.name, written));
  }
  const topNames = Object.fromEntries(one.files.map((file) => [written.get(file.name), compiler.topNamesOf(file)]));
  const scripts = one.files.filter(({ name }) => name.endsWith('.js'));
  const isModule = scripts.some(({ text }) => isModuleSyntax.test(text));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: isModule ? 'module' : 'commonjs' }));
  // Beside the group's folder, so that a driver can put a stand-in for a package into the case's own node_modules.
  const found = path.join(path.dirname(path.dirname(folder)), 'node_modules');
  if (fs.existsSync(packages) && !fs.existsSync(found)) fs.symlinkSync(packages, found);
  return { maps, topNames, entry: written.get(entryOf(one)) };
}

/** The file that no other file imports. */
function entryOf(one) {
  const isImported = ({ name }) => one.files.some((other) =>
    other.name !== name && other.text.includes(`/${path.basename(name).replace(/\.\w+$/, '')}`));
  return (one.files.find((file) => !isImported(file)) ?? one.files[0]).name;
}
