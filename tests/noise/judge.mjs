// The arithmetic of noise.mjs, apart so that a test can run it without packages and network.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** What is asked of each family: the share of true findings, and how many have to be read when there are more. */
export const families = [
  {
    name: 'leak',
    rules: ['listener-leak', 'unbounded-cache', 'request-in-timer', 'global-request-state', 'timer-leak',
      'resource-leak', 'subscription-leak', 'ignored-signal'],
    goals: { high: { precision: 0.95, sample: Infinity }, medium: { precision: 0.8, sample: 60 } },
  },
  ...['unawaited-promise', 'unbounded-concurrency', 'swallowed-error', 'blocking-call', 'constant-in-hot-path',
    'async-foreach'].map((rule) => ({
    name: rule,
    rules: [rule],
    goals: { high: { precision: 0.85, sample: 40 }, medium: { precision: 0.85, sample: 40 } },
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

function count(findings) {
  const isTrue = findings.filter(({ verdict }) => verdict?.verdict === true).length;
  const isFalse = findings.filter(({ verdict }) => verdict?.verdict === false).length;
  return { all: findings.length, isTrue, isFalse, precision: isTrue / (isTrue + isFalse) };
}

function line(name, { all, isTrue, isFalse, precision }) {
  const share = isTrue + isFalse === 0 ? '' : `${(100 * precision).toFixed(1)} %`;
  return `${name.padEnd(32)}${String(all).padStart(6)}${String(isTrue).padStart(6)}${String(isFalse).padStart(6)}`
    + `${String(all - isTrue - isFalse).padStart(8)}${share.padStart(9)}`;
}

/** The figures as text, and what misses its goal. */
export function summarise({ findings, gone }, { withGone = true, isWhole = true } = {}) {
  const lines = [`${''.padEnd(32)} found  true false unread     true`];
  const failures = [];
  const unread = [];
  for (const family of families)
    for (const [confidence, goal] of Object.entries(family.goals)) {
      const here = findings.filter((row) => row.confidence === confidence && family.rules.includes(row.rule));
      if (here.length === 0) continue;
      const total = count(here);
      lines.push(line(`${family.name}, ${confidence}`, total));
      if (family.rules.length > 1)
        for (const rule of family.rules) {
          const rows = here.filter((row) => row.rule === rule);
          if (rows.length > 0) lines.push(line(`  ${rule}`, count(rows)));
        }
      if (total.precision < goal.precision)
        failures.push(`${family.name}, ${confidence}: fewer than ${100 * goal.precision} % are true`);
      const asked = sampleOf(here, goal.sample).filter(({ verdict }) => !verdict);
      unread.push(...asked);
      if (asked.length > 0 && isWhole)
        failures.push(`${family.name}, ${confidence}: ${asked.length} findings of the sample have no verdict`);
    }
  if (unread.length > 0) lines.push('', 'To be read:');
  for (const row of unread) lines.push(`  ${row.confidence} ${at(row)}:${row.column}  ${row.message}`);
  if (withGone && gone.length > 0) lines.push('', 'Verdicts of what is no longer found:');
  if (withGone) for (const row of gone) lines.push(`  ${row.verdict ? 'TRUE' : 'false'} ${at(row)}`);
  if (failures.length > 0) lines.push('', ...failures);
  return { text: lines.join('\n'), failures };
}
