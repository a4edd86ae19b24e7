// Writes analyzer/syntax/kinds.inc and fields.inc: one row per node kind and per field of the three pinned grammars.
// `--check` writes nothing and fails when the pinned grammars no longer agree with the committed rows.
import { readFileSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const output = new URL('../analyzer/syntax/', here);

const nodeTypes = {
  javascript: 'node_modules/tree-sitter-javascript/src/node-types.json',
  typescript: 'node_modules/tree-sitter-typescript/typescript/src/node-types.json',
  tsx: 'node_modules/tree-sitter-typescript/tsx/src/node-types.json',
};

const punctuation = {
  '!': 'bang', '"': 'double_quote', '#': 'hash', '$': 'dollar', '%': 'percent', '&': 'ampersand',
  "'": 'single_quote', '(': 'open_parenthesis', ')': 'close_parenthesis', '*': 'star', '+': 'plus',
  ',': 'comma', '-': 'minus', '.': 'dot', '/': 'slash', ':': 'colon', ';': 'semicolon', '<': 'less',
  '=': 'equal', '>': 'greater', '?': 'question', '@': 'at', '[': 'open_bracket', '\\': 'backslash',
  ']': 'close_bracket', '^': 'caret', '`': 'backtick', '{': 'open_brace', '|': 'pipe', '}': 'close_brace',
  '~': 'tilde',
};

const cppKeywords = new Set(`
  alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class
  compl concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype
  default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline
  int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
  reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template
  this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t
  while xor xor_eq`.trim().split(/\s+/));

const withoutClash = (name) => (cppKeywords.has(name) ? `${name}_` : name);

/** The enum name of a kind, or undefined when the grammar uses a character that we have no word for. */
function enumName(type, isNamed) {
  if (isNamed) return /^[a-z][a-z0-9_]*$/.test(type) ? withoutClash(type) : undefined;
  if (/^[a-z][a-z0-9_ ]*$/.test(type)) return `token_${type.replaceAll(' ', '_')}`;
  const words = [...type].map((character) => punctuation[character]);
  return words.includes(undefined) ? undefined : `token_${words.join('_')}`;
}

function readGrammars() {
  const kinds = new Map();
  const fields = new Set();
  const unmapped = [];
  for (const [grammar, path] of Object.entries(nodeTypes)) {
    for (const { type, named, subtypes, fields: ownFields } of JSON.parse(readFileSync(new URL(path, here), 'utf8'))) {
      if (subtypes) continue;  // a supertype is a set of kinds; no node ever has it
      const name = enumName(type, named);
      if (name === undefined) {
        unmapped.push(`${grammar}: ${JSON.stringify(type)}`);
        continue;
      }
      const kind = kinds.get(name) ?? { name, type, named, grammars: new Set() };
      if (kind.type !== type || kind.named !== named) unmapped.push(`${grammar}: ${JSON.stringify(type)} (${name} is taken)`);
      kind.grammars.add(grammar);
      kinds.set(name, kind);
      for (const field of Object.keys(ownFields ?? {})) fields.add(withoutClash(field));
    }
  }
  return { kinds, fields, unmapped };
}

function kindRow({ name, type, named, grammars }) {
  const flags = [named, ...Object.keys(nodeTypes).map((grammar) => grammars.has(grammar))];
  const text = JSON.stringify(type).replaceAll('??', '?\\?');  // `??=` is a trigraph in C++
  return `LEAKLINT_KIND(${name}, ${text}, ${flags.join(', ')})`;
}

const byCodeUnit = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

function renderedFiles({ kinds, fields }) {
  const head = (columns) => `// Made by grammars/generate-kinds.mjs from the pinned grammars; a test fails when they disagree.\n// ${columns}\n`;
  const kindRows = [...kinds.values()].sort((left, right) => byCodeUnit(left.name, right.name)).map(kindRow);
  const fieldRows = [...fields].sort(byCodeUnit).map((field) => `LEAKLINT_FIELD(${field})`);
  return {
    'kinds.inc': `${head('LEAKLINT_KIND(enum_name, text in the grammar, named, in_javascript, in_typescript, in_tsx)')}${kindRows.join('\n')}\n`,
    'fields.inc': `${head('LEAKLINT_FIELD(enum_name)')}${fieldRows.join('\n')}\n`,
  };
}

/** The rows by which the committed file and the grammars differ. */
function differences(file, expected) {
  const rowsOf = (text) => new Set(text.split('\n').filter((line) => line.startsWith('LEAKLINT_')));
  const committed = rowsOf(readFileSync(new URL(file, output), 'utf8'));
  const wanted = rowsOf(expected);
  return [
    ...[...wanted].filter((row) => !committed.has(row)).map((row) => `${file}: unmapped ${row}`),
    ...[...committed].filter((row) => !wanted.has(row)).map((row) => `${file}: no longer in the grammars ${row}`),
  ];
}

const grammars = readGrammars();
const files = renderedFiles(grammars);
const isCheck = process.argv.includes('--check');
const problems = [...grammars.unmapped];
if (isCheck) problems.push(...Object.entries(files).flatMap(([file, text]) => differences(file, text)));

if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error('Run `node grammars/generate-kinds.mjs` and read the difference before committing it.');
  process.exit(1);
}
if (!isCheck) for (const [file, text] of Object.entries(files)) writeFileSync(new URL(file, output), text);
