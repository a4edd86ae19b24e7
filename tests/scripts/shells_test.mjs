// Completions asked of the shells themselves, and the manual page as `man` reads it. A shell that is not installed is
// skipped, and said to be.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

const binary = process.env.LEAKLINT_BINARY;
const folder = mkdtempSync(join(tmpdir(), 'shells-'));
after(() => rmSync(folder, { recursive: true }));
const environment = { ...process.env, PATH: `${dirname(binary)}:${process.env.PATH}`, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, TERM: 'dumb' };
const run = (line) => spawnSync(binary, line.split(' '), { encoding: 'utf8' }).stdout;
const without = (program) => {
  const isThere = spawnSync(program, ['--version']).status === 0;
  if (!isThere) console.log(`SKIPPED: ${program} is not installed`);
  return isThere ? false : `${program} is not installed`;
};
writeFileSync(join(folder, 'some-file.js'), '');

const rules = JSON.parse(run('rules --format json')).map(({ id }) => id);
const commands = ['check', 'init', 'baseline', 'rules', 'explain', 'dump', 'completions', 'schema', 'man'];
/** What is typed, and what has to be offered; `…` for a list that may have more. */
const questions = [
  ['leaklint ', [...commands, '…']],
  ['leaklint che', ['check']],
  ['leaklint check --for', ['--format']],
  ['leaklint check --format s', ['sarif']],
  ['leaklint check --fail-on ', ['error', 'note', 'never', '…']],
  ['leaklint check --rule listener', ['listener-leak']],
  ['leaklint check some', ['some-file.js']],
  ['leaklint check --config some', ['some-file.js']],
  ['leaklint explain unb', rules.filter((id) => id.startsWith('unb'))],
  ['leaklint dump sc', ['scopes']],
  ['leaklint dump files --no', ['--no-ignore']],
  ['leaklint completions z', ['zsh']],
];

function compare(offered, expected, typed) {
  const wanted = expected.filter((word) => word !== '…');
  if (wanted.length < expected.length) for (const word of wanted) assert.ok(offered.includes(word), `${typed}: ${word} is not among ${offered}`);
  else assert.deepEqual([...offered].sort(), [...wanted].sort(), typed);
}

test('bash completes', () => {
  writeFileSync(join(folder, 'completions.bash'), run('completions bash'));
  for (const [typed, expected] of questions) {
    const words = typed.split(' ');
    const script = `source completions.bash; compopt() { :; }; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _leaklint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd: folder, env: environment, encoding: 'utf8' });
    assert.equal(stderr, '', typed);
    compare(stdout.split('\n').filter(Boolean), expected, typed);
  }
  const equals = "source completions.bash; COMP_WORDS=(leaklint check --format = ht); COMP_CWORD=4; _leaklint; echo ${COMPREPLY[@]}";
  assert.equal(spawnSync('bash', ['--norc', '-c', equals], { cwd: folder, encoding: 'utf8' }).stdout, 'html\n');
});

test('fish completes', { skip: without('fish') }, () => {
  writeFileSync(join(folder, 'completions.fish'), run('completions fish'));
  for (const [typed, expected] of questions) {
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', `source completions.fish; complete -C '${typed}'`], { cwd: folder, env: environment, encoding: 'utf8' });
    assert.equal(stderr, '', typed);
    compare(stdout.split('\n').filter(Boolean).map((line) => line.split('\t')[0]), expected, typed);
  }
});

test('zsh takes the script, and completes', { skip: without('zsh') }, () => {
  writeFileSync(join(folder, '_leaklint'), run('completions zsh'));
  // The line as it is once it has been completed goes to a file.
  writeFileSync(join(folder, 'setup.zsh'), `
    autoload -Uz compinit; compinit -u -d ./dump; source ./_leaklint
    finish() { zle complete-word; print -r -- "$BUFFER" >completed; zle kill-buffer; zle accept-line }
    zle -N finish; bindkey '^I' finish`);
  const unambiguous = questions.filter(([, expected]) => expected.length === 1 && expected[0] !== '…');
  assert.ok(unambiguous.length > 6);
  for (const [typed, [expected]] of unambiguous) {
    const script = `zmodload zsh/zpty; zpty z zsh -f -i
      zpty -w z ${JSON.stringify(`cd ${folder}; source ./setup.zsh; print rea''dy`)}; repeat 50; do zpty -r z line '*ready*' && break; done
      zpty -w -n z ${JSON.stringify(typed)}$'\t'; zpty -w z "print do''ne"; repeat 50; do zpty -r z line '*done*' && break; done; zpty -d z`;
    rmSync(join(folder, 'completed'), { force: true });
    const { stderr } = spawnSync('zsh', ['-f', '-c', script], { cwd: folder, env: environment, encoding: 'utf8', timeout: 20_000 });
    assert.ok(existsSync(join(folder, 'completed')), `${typed}: ${stderr}`);
    const word = readFileSync(join(folder, 'completed'), 'utf8').trim().split(' ').at(-1);
    assert.ok(word === expected || word === `${expected}=`, `${typed}: completed to ${word}`);
  }
});

test('the manual has every command and option, and man has nothing to complain of', { skip: without('man') }, () => {
  const page = join(folder, 'leaklint.1');
  writeFileSync(page, run('man'));
  const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-P', 'cat', '-l', page], { encoding: 'utf8', env: { ...environment, MANWIDTH: '100', MAN_KEEP_FORMATTING: '', LC_ALL: 'C.UTF-8' } });
  assert.deepEqual([status, stderr], [0, '']);
  const plain = stdout.replace(/\x1b\[[0-9;]*m|.\x08/g, '');
  for (const command of commands) assert.match(plain, new RegExp(`^ +leaklint ${command}$`, 'm'), command);
  for (const [, option] of run('check --help').matchAll(/^ +(--[a-z-]+)/gm)) assert.ok(plain.includes(option), option);
});
