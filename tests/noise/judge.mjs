// The arithmetic of noise.mjs, apart so that a test can run it without packages and network.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The sets of packages, in the order in which samples are filled up from them. */
export const sets = ['measured', 'requests', 'other', 'applications'];

/** What is asked of each family: of findings of these confidences the share that is true, and how many have to be
 * read when there are more. */
export const families = [
  {
    name: 'leak',
    rules: ['listener-leak', 'unbounded-cache', 'request-in-timer', 'global-request-state', 'timer-leak',
      'resource-leak', 'subscription-leak', 'ignored-signal'],
    goals: [
      { name: 'high', confidences: ['high'], precision: 0.95, sample: Infinity },
      { name: 'medium', confidences: ['medium'], precision: 0.8, sample: 60 },
    ],
  },
  ...['unawaited-promise', 'unbounded-concurrency', 'swallowed-error', 'blocking-call', 'constant-in-hot-path',
    'async-foreach'].map((rule) => ({
    name: rule,
    rules: [rule],
    goals: [{ name: 'shown', confidences: ['high', 'medium'], precision: 0.85, sample: 40, isFilledUp: true }],
  })),
];

export function readPackages() {
  return JSON.parse(readFileSync(join(here, 'packages.json'), 'utf8'));
}

export function readVerdicts() {
  const folder = join(here, 'verdicts');
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

const at = (row) => `${row.rule} ${row.package}@${row.version} ${row.path}:${row.line}`;

/** Whether a verdict is about that finding; a column is only given where a line has several. */
function fits(verdict, finding) {
  return at(verdict) === at(finding) && (verdict.column === undefined || verdict.column === finding.column);
}

/** Each finding with its verdict, where it has one; and the verdicts of what is no longer found. */
export function judge(found, verdicts, packages, rules) {
  const byPlace = Map.groupBy ? Map.groupBy(verdicts, at) : groupBy(verdicts, at);
  const findings = found.map((finding) => ({
    ...finding, verdict: byPlace.get(at(finding))?.find((verdict) => fits(verdict, finding)),
  }));
  const used = new Set(findings.map(({ verdict }) => verdict));
  const looked = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const gone = verdicts.filter((verdict) =>
    !used.has(verdict) && looked.has(`${verdict.package}@${verdict.version}`) && rules.includes(verdict.rule));
  return { findings, gone };
}

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** Draws `count` rows, the same ones each time: by a hash of where they are, so that others' coming and going
 * changes little. */
export function sampleOf(rows, count) {
  const hash = (text) => {
    let value = 2166136261;
    for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 16777619);
    return value >>> 0;
  };
  return [...rows].sort((a, b) => hash(at(a)) - hash(at(b)) || a.column - b.column).slice(0, count);
}

/** A sample of the first set, filled up from the next ones where it has too few. */
export function sampleOfSets(rows, count) {
  const drawn = [];
  for (const set of sets)
    drawn.push(...sampleOf(rows.filter((row) => (row.set ?? 'measured') === set), count - drawn.length));
  return drawn;
}

function count(findings) {
  const isTrue = findings.filter(({ verdict }) => verdict?.verdict === true).length;
  const isFalse = findings.filter(({ verdict }) => verdict?.verdict === false).length;
  return { all: findings.length, isTrue, isFalse, precision: isTrue / (isTrue + isFalse) };
}

function line(name, { all, isTrue, isFalse, precision }) {
  const share = isTrue + isFalse === 0 ? '' : `${(100 * precision).toFixed(1)} %`;
  return `${name.padEnd(40)}${String(all).padStart(6)}${String(isTrue).padStart(6)}${String(isFalse).padStart(6)}`
    + `${String(all - isTrue - isFalse).padStart(8)}${share.padStart(9)}`;
}

/** The rows of one goal: of the set that it is about, and where others were asked for too, of a sample of all. */
function rowsOf(goal, here) {
  if (!goal.isFilledUp) return [{ of: '', all: here, read: sampleOf(here, goal.sample) }];
  const measured = here.filter(({ set }) => (set ?? 'measured') === 'measured');
  const rows = measured.length > 0 || here.length === 0 ? [{ of: '', all: measured, read: sampleOf(measured, goal.sample) }] : [];
  if (measured.length < here.length)
    rows.push({ of: ', all sets', all: here, read: sampleOfSets(here, goal.sample) });
  return rows;
}

/** The figures as text, and what misses its goal. */
export function summarise({ findings, gone }, { withGone = true, isWhole = true } = {}) {
  const lines = [`${''.padEnd(40)} found  true false unread     true`];
  const failures = [];
  const unread = new Set();
  for (const family of families)
    for (const goal of family.goals) {
      const here = findings.filter(
        (row) => goal.confidences.includes(row.confidence) && family.rules.includes(row.rule));
      if (here.length === 0) continue;
      for (const { of, all, read } of rowsOf(goal, here)) {
        const name = `${family.name}, ${goal.name}${of}`;
        const total = count(all);
        lines.push(line(name, total));
        if (all.length > read.length) lines.push(line(`  a sample of ${read.length}`, count(read)));
        if (family.rules.length > 1)
          for (const rule of family.rules) {
            const rows = all.filter((row) => row.rule === rule);
            if (rows.length > 0) lines.push(line(`  ${rule}`, count(rows)));
          }
        if (total.precision < goal.precision || count(read).precision < goal.precision)
          failures.push(`${name}: fewer than ${100 * goal.precision} % are true`);
        const asked = read.filter(({ verdict }) => !verdict);
        for (const row of asked) unread.add(row);
        if (asked.length > 0 && isWhole)
          failures.push(`${name}: ${asked.length} findings of the sample have no verdict`);
      }
    }
  if (unread.size > 0) lines.push('', 'To be read:');
  for (const row of unread) lines.push(`  ${row.confidence} ${at(row)}:${row.column}  ${row.message}`);
  if (withGone && gone.length > 0) lines.push('', 'Verdicts of what is no longer found:');
  if (withGone) for (const row of gone) lines.push(`  ${row.verdict ? 'TRUE' : 'false'} ${at(row)}`);
  if (failures.length > 0) lines.push('', ...failures);
  return { text: lines.join('\n'), failures };
}
