// Runs the binary as users and scripts do: exit codes, one clear line for each mistake, and nothing half-written.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const binary = process.env.LEAKLINT_BINARY;
const folder = mkdtempSync(join(tmpdir(), 'command-line-'));

function write(files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function run(line, { input = '', environment = {} } = {}) {
  const words = typeof line === 'string' ? line.split(' ').filter(Boolean) : line;
  const options = { cwd: folder, encoding: 'utf8', input, env: { ...process.env, ...environment } };
  return spawnSync(binary, words, options);
}

/** Exit code 2, nothing on standard output, and exactly these lines on standard error. */
function fails(line, ...messages) {
  const { status, stdout, stderr } = run(line);
  assert.equal(stderr, messages.map((message) => `leaklint: ${message}\n`).join(''), `${line}`);
  assert.equal(status, 2, `${line}`);
  assert.equal(stdout, '', `${line}`);
}

write({
  'clean.js': 'run();\n',
  'flagged.js': '// leaklint-disable-line no-such-rule\n',
  'broken.js': 'function f( { let = ; }\n',
  'style.css': 'a {}\n',
  'strict/leaklint.json': '{ "presset": "all" }\n',
  'strict/a.js': 'run();\n',
});

// Mistakes on the command line
fails('', "no command given (see 'leaklint --help')");
fails('chek', "unknown command 'chek', did you mean 'check'? (see 'leaklint --help')");
fails('--verion', "unknown option '--verion', did you mean '--version'? (see 'leaklint --help')");
fails('check --fromat json', "unknown option '--fromat', did you mean '--format'? (see 'leaklint check --help')");
fails('check --format srif', "unknown format 'srif', did you mean 'sarif'?");
fails('check --preset recomended', "unknown preset 'recomended', did you mean 'recommended'?");
fails('check --confidence hihg', "unknown confidence 'hihg', did you mean 'high'?");
fails('check --fail-on everything', "unknown severity 'everything'; it is one of: error, warning, note, never");
fails('check --color on', "unknown color 'on'; it is one of: auto, always, never");
fails('check --rule unused-supression', "unknown rule 'unused-supression', did you mean 'unused-suppression'?");
fails('check --rule unused-suppression=eror', "unknown severity 'eror', did you mean 'error'?");
fails('check --threads 0', '--threads is a number from 1 to 1024');
fails('check --threads many', "--threads is a number from 1 to 1024");
fails('check --threads', "--threads needs a value (see 'leaklint check --help')");
fails('check --max-warnings -1', '--max-warnings is a number from 0 to 1000000');
fails('check --dry-run', '--dry-run goes with --fix');
fails('check --stdin-filename a.js clean.js', '--stdin-filename takes no paths');
fails('check --stdin-filename a.css', 'a.css: not a JavaScript or TypeScript file');
fails('check --stdin-filename a.js --fix', '--fix cannot write to standard input; use --fix --dry-run to see the difference');
fails('explain unused-supression', "unknown rule 'unused-supression', did you mean 'unused-suppression'?; 'leaklint rules' lists them");
fails('explain', "RULE is required (see 'leaklint explain --help')");
fails('explain a b', "unexpected argument 'b' (see 'leaklint explain --help')");
fails('rules --format jsn', "unknown format 'jsn', did you mean 'json'?");
fails('schema model', "unknown schema 'model', did you mean 'models'?");
fails('completions csh', "unknown shell 'csh', did you mean 'zsh'?");
fails('baseline --presset x', "unknown option '--presset', did you mean '--preset'? (see 'leaklint baseline --help')");
fails('check --cache-dir clean.js/cache', "cannot use the cache in 'clean.js/cache': Not a directory");
fails('check --no-cache --cache-dir x', '--cache-dir and --no-cache exclude each other');
fails('dump tre clean.js', "unknown command 'tre', did you mean 'tree'? (see 'leaklint dump --help')");
fails('dump tree', "FILE is required (see 'leaklint dump tree --help')");

// Paths and files that are not there, or are no sources
fails('check clean.js nowhere also-nowhere', 'also-nowhere: no such file or folder', 'nowhere: no such file or folder');
fails('check style.css', 'style.css: not a JavaScript or TypeScript file');
fails('dump tree nowhere.js', "cannot read 'nowhere.js': No such file or directory");

// Configurations
fails('check --config nowhere.json', "cannot read 'nowhere.json': No such file or directory");
fails('check clean.js strict', "strict/leaklint.json:1:3: unknown key 'presset', did you mean 'preset'?");

write({
  'models/leaklint.json': '{ "models": ["ours.json"] }',
  'models/a.js': 'run();\n',
});
fails('check models', "cannot read 'models/ours.json': No such file or directory");
write({ 'models/ours.json': '{ "library": "ours", // fine\n "modules" {} }' });
fails('check models', "models/ours.json:2:12: not valid JSON: unexpected '{'; expected ':'");
write({ 'models/ours.json': '{ "library": "ours", "modules": { "ours": "no-such-type" } }' });
assert.match(run('check models').stderr, /^leaklint: models: .*no-such-type.*\n$/);
assert.equal(run('check models').status, 2);

// Output that cannot be written, and output that is there whole
fails('check clean.js --output nowhere/report.json', "cannot write 'nowhere/report.json': No such file or directory");
assert.equal(run('check clean.js --format json --output report.json').status, 0);
JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('report')), ['report.json']);
if (process.platform === 'linux') {
  const full = spawnSync('sh', ['-c', `"${binary}" rules --format json >/dev/full`], { encoding: 'utf8' });
  assert.deepEqual([full.status, full.stderr], [2, 'leaklint: cannot write to standard output: No space left on device\n']);
}
const pipe = spawnSync('bash', ['-c', `"${binary}" explain unused-suppression | true; echo \${PIPESTATUS[0]}`], { encoding: 'utf8' });
assert.deepEqual([pipe.stdout, pipe.stderr], ['0\n', '']);

// Exit codes of findings
const exit = (line, options) => run(line, options).status;
assert.equal(exit('check clean.js'), 0);
assert.equal(exit('check flagged.js'), 1);
assert.equal(exit('check flagged.js --fail-on error'), 0);
assert.equal(exit('check flagged.js --fail-on never'), 0);
assert.equal(exit('check flagged.js --rule unused-suppression=error --fail-on error'), 1);
assert.equal(exit('check flagged.js --rule unused-suppression=note'), 0);
assert.equal(exit('check flagged.js --rule unused-suppression=note --fail-on note'), 1);
assert.equal(exit('check flagged.js --rule unused-suppression=off --rule unused-suppression=warn'), 1);
assert.equal(exit('check flagged.js --max-warnings 1'), 0);
assert.equal(exit('check flagged.js --max-warnings 0 --fail-on error'), 1);
assert.equal(exit('check flagged.js --quiet'), 0);
assert.equal(exit('check broken.js'), 0);
assert.equal(exit('check broken.js flagged.js'), 1);
assert.match(run('check broken.js').stdout, /broken\.js:1:\d+ .*does not parse/);

// A file that turns out to be unreadable on the way: the rest is analysed and reported, and the exit code says so.
// The superuser reads everything, so there it cannot be tried.
if (process.getuid() !== 0) {
  write({ 'mixed/locked.js': '', 'mixed/flagged.js': '// leaklint-disable-line no-such-rule\n' });
  chmodSync(join(folder, 'mixed/locked.js'), 0);
  const { status, stdout, stderr } = run('check mixed');
  assert.equal(status, 2);
  assert.match(stdout, /flagged\.js:1/);
  assert.equal(stderr, 'leaklint: mixed/locked.js: cannot be read: Permission denied\n');
  fails('check mixed/locked.js', "cannot read 'mixed/locked.js': Permission denied");
}

// Standard input, under a name that finds its configuration
write({ 'named/leaklint.json': '{ "rules": { "unused-suppression": "off" } }' });
const text = { input: '// leaklint-disable-line no-such-rule\n' };
assert.equal(exit('check --stdin-filename other/x.ts', text), 1);
assert.equal(exit('check --stdin-filename named/x.ts', text), 0);
assert.match(run('check --stdin-filename other/x.ts --format json', text).stdout, /other\/x\.ts/);

// Fixes
const fixable = 'a();\n// leaklint-disable-next-line unused-suppression, no-such-rule\nb();\n';
write({ 'fix/a.js': fixable });
assert.equal(run('check fix --fix').status, 1);
assert.equal(readFileSync(join(folder, 'fix/a.js'), 'utf8'), fixable);

// Colour only where it is wanted
assert.doesNotMatch(run('check flagged.js').stdout, /\x1b/);
assert.match(run('check flagged.js --color always').stdout, /\x1b/);

// The same bytes for any number of threads
for (let index = 0; index < 40; ++index) write({ [`many/${index}.js`]: '// leaklint-disable-line no-such-rule\n'.repeat(index) });
const [one, many] = ['1', '8'].map((threads) => run(`check many --format json --threads ${threads}`).stdout);
assert.equal(one, many);
assert.ok(one.length > 10_000);

assert.equal(JSON.parse(run('schema models').stdout).$schema, 'https://json-schema.org/draft/2020-12/schema');
assert.match(run('--version').stdout, /^leaklint \d+\.\d+\.\d+\n$/);
assert.match(run('--help').stdout, /check .*\n/);
assert.equal(exit('check --help'), 0);
assert.ok(JSON.parse(run('rules --format json').stdout).some(({ id }) => id === 'unused-suppression'));
assert.match(run('rules').stdout, /hygiene +unused-suppression +warning +recommended/);
assert.match(run('explain unused-suppression').stdout, /^# unused-suppression\n/);

rmSync(folder, { recursive: true });
