// Writes one C++ source from other files: node generate-sources.mjs WHAT OUTPUT FILE…
// WHAT names the generator below. Run by CMake.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';

const byCodeUnit = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const stem = (path) => basename(path, extname(path));
const array = (type, name, rows) =>
  `constexpr std::array<${type}, ${rows.length}> ${name}{{\n${rows.map((row) => `  ${row},\n`).join('')}}};\n`;

const escapes = { '\\': '\\\\', '"': '\\"', '?': '\\?', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A C++ literal of any text, one source line a line. The explicit length keeps NUL bytes. */
function literal(text) {
  const lines = text.split(/(?<=\n)/).map((line) =>
    `"${line.replace(/[\\"?\n\r\t]/g, (character) => escapes[character])
      .replace(/[\x00-\x1f\x7f]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`);
  return `std::string_view(${lines.join('\n    ') || '""'}, ${Buffer.byteLength(text)})`;
}

function source(includes, body) {
  const lines = ['<array>', '<span>', '<string_view>'].map((header) => `#include ${header}\n`).join('');
  return `// Generated; do not edit.\n${lines}\n${includes.map((header) => `#include "${header}"\n`).join('')}\nnamespace leaklint {\n${body}\n}  // namespace leaklint\n`;
}

const generators = {
  /** From rules/<family>/<id>.md: the id is the file name, the family its folder, the symbol <id>_rule. */
  rule_registry(pages) {
    const rules = pages.map((path) => ({ id: stem(path), family: basename(dirname(path)), page: readFileSync(path, 'utf8') }))
      .sort((left, right) => byCodeUnit(left.family, right.family) || byCodeUnit(left.id, right.id));
    const seen = new Map();
    for (const { id, family } of rules) {
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) throw new Error(`rule id "${id}" is not in kebab-case`);
      if (seen.has(id)) throw new Error(`rule id "${id}" is taken by two families: ${seen.get(id)} and ${family}`);
      seen.set(id, family);
    }
    const symbol = ({ id }) => `${id.replaceAll('-', '_')}_rule`;
    const rows = rules.map((rule) => `{&${symbol(rule)}, "${rule.id}", "${rule.family}",\n    ${literal(rule.page)}}`);
    return source(['lint/registry.h'], `
${rules.map((rule) => `extern const Rule ${symbol(rule)};\n`).join('')}
namespace {
${array('RegisteredRule', 'rules', rows)}}  // namespace

std::span<const RegisteredRule> all_rules() { return rules; }
`);
  },

  embedded_models(files) {
    const rows = [...files].sort((left, right) => byCodeUnit(basename(left), basename(right)))
      .map((path) => `{"${basename(path)}",\n    ${literal(readFileSync(path, 'utf8'))}}`);
    return source(['models/embedded.h'], `
namespace {
${array('EmbeddedFile', 'models', rows)}}  // namespace

std::span<const EmbeddedFile> embedded_models() { return models; }
`);
  },

  model_schema([path]) {
    return source(['models/embedded.h'], `
std::string_view model_schema() { return ${literal(readFileSync(path, 'utf8'))}; }
`);
  },

  /** From page.css and page.js. */
  html_assets(files) {
    const text = (name) => literal(readFileSync(files.find((path) => basename(path) === name), 'utf8'));
    if (text('page.js').includes('</script')) throw new Error('page.js would end its own element');
    return source(['report/html_assets.h'], `
std::string_view html_style() { return ${text('page.css')}; }
std::string_view html_script() { return ${text('page.js')}; }
`);
  },

  environment_globals([path]) {
    const rows = Object.entries(JSON.parse(readFileSync(path, 'utf8')))
      .flatMap(([environment, names]) => Object.entries(names).map(([name, isWritable]) => ({ environment, name, isWritable })))
      .sort((left, right) => byCodeUnit(left.name, right.name) || byCodeUnit(left.environment, right.environment))
      .map(({ environment, name, isWritable }) => `{"${name}", "${environment}", ${isWritable}}`);
    return source(['models/environment_globals.h'], `
namespace {
${array('EnvironmentGlobal', 'globals', rows)}}  // namespace

std::span<const EnvironmentGlobal> environment_globals() { return globals; }
`);
  },
};

const [what, output, ...files] = process.argv.slice(2);
try {
  const text = generators[what](files);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, text);
} catch (error) {
  console.error(`${what}: ${error.message}`);
  process.exit(1);
}
