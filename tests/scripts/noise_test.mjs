// Checks the verdicts of tests/noise (every row complete, about a known package, written once) and the arithmetic.
import assert from 'node:assert/strict';
import { families, judge, readPackages, readVerdicts, sampleOf, sampleOfSets, sets, summarise } from '../noise/judge.mjs';

const packages = readPackages();
const versions = new Set(packages.map(({ name, version }) => `${name}@${version}`));
for (const { name, version, set, integrity } of packages) {
  assert.match(version, /^\d+\.\d+\.\d+$/, name);
  assert.match(integrity, /^sha512-[\w+/]{86}==$/, name);
  assert.ok(sets.includes(set), name);
}

const rules = new Set(families.flatMap((family) => family.rules));
const places = new Set();
for (const row of readVerdicts()) {
  const text = JSON.stringify(row);
  assert.ok(versions.has(`${row.package}@${row.version}`), `no such package: ${text}`);
  assert.ok(rules.has(row.rule), `no such rule: ${text}`);
  assert.equal(typeof row.verdict, 'boolean', text);
  assert.ok(row.why.length > 10, `no reason: ${text}`);
  assert.ok(Number.isInteger(row.line) && !row.path.startsWith('/') && !row.path.startsWith('.'), text);
  const place = [row.rule, row.package, row.path, row.line, row.column].join('\0');
  assert.ok(!places.has(place), `twice: ${text}`);
  places.add(place);
}

// The arithmetic, on rows made up for it.
const finding = (line, more = {}) => ({
  package: 'a', version: '1.0.0', path: 'a.js', line, column: 1, rule: 'timer-leak', confidence: 'medium', message: 'm', ...more,
});
const verdict = (line, isTrue, more = {}) => ({ ...finding(line), column: undefined, verdict: isTrue, why: 'because it is so', ...more });
const known = [{ name: 'a', version: '1.0.0' }];
const run = (found, verdicts) => judge(found, verdicts, known, [...rules]);
{
  const four = [1, 2, 3, 4, 5].map((line) => finding(line));
  const { failures, text } = summarise(run(four, [1, 2, 3, 4, 5].map((line) => verdict(line, line !== 5))));
  assert.deepEqual(failures, [], 'four of five are enough at medium');
  assert.match(text, /leak, medium +5 +4 +1 +0 +80\.0 %/);
}
{
  const { failures } = summarise(run([finding(1, { confidence: 'high' })], [verdict(1, false)]));
  assert.deepEqual(failures, ['leak, high: fewer than 95 % are true']);
}
{
  const { failures, text } = summarise(run([finding(1), finding(2)], [verdict(1, true)]));
  assert.deepEqual(failures, ['leak, medium: 1 findings of the sample have no verdict']);
  assert.match(text, /To be read:\n {2}medium timer-leak a@1\.0\.0 a\.js:2:1/);
}
{
  const many = Array.from({ length: 100 }, (_, line) => finding(line));
  assert.equal(sampleOf(many, 60).length, 60);
  const fewer = sampleOf(many.slice(1), 60);
  assert.ok(sampleOf(many, 60).filter((row) => fewer.includes(row)).length >= 59, 'a sample stays nearly the same');
  const verdicts = sampleOf(many, 60).map(({ line }) => verdict(line, true));
  assert.deepEqual(summarise(run(many, verdicts)).failures, [], 'only the sample has to be read');
}
{
  const rare = { rule: 'async-foreach', confidence: 'high' };
  const own = finding(1, { ...rare, set: 'measured' });
  const others = [2, 3].map((line) => finding(line, { ...rare, set: 'requests' }));
  const last = Array.from({ length: 60 }, (_, line) => finding(line + 10, { ...rare, set: 'applications' }));
  const drawn = sampleOfSets([...last, ...others, own], 40);
  assert.equal(drawn.length, 40);
  assert.deepEqual(drawn.slice(0, 1), [own], 'the measured set comes first');
  assert.ok(others.every((row) => drawn.includes(row)), 'and the others in their order');
  const verdicts = [own, ...others].map(({ line }) => verdict(line, line !== 3, { rule: 'async-foreach' }));
  const { failures, text } = summarise(run([own, ...others], verdicts));
  assert.match(text, /async-foreach, shown +1 +1 +0 +0 +100\.0 %/);
  assert.match(text, /async-foreach, shown, all sets +3 +2 +1 +0 +66\.7 %/);
  assert.deepEqual(failures, ['async-foreach, shown, all sets: fewer than 85 % are true']);
}
{
  const { findings, gone } = run([finding(1, { column: 7 })], [verdict(1, false, { column: 3 }), verdict(1, true, { column: 7 })]);
  assert.equal(findings[0].verdict.verdict, true, 'a column tells findings of one line apart');
  assert.equal(gone.length, 1);
}
assert.equal(run([], [verdict(9, true)]).gone.length, 1, 'a verdict whose finding is gone is listed');
assert.equal(run([], [verdict(9, true, { package: 'b' })]).gone.length, 0, 'that of a package that was not read is not');
