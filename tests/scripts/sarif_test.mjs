// SARIF as GitHub's code scanning takes it: by the 2.1.0 schema, by Microsoft's validator with its rules for GitHub, by
// two other implementations of the line hash, and by what the documentation of code scanning limits and ignores.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { lineHashes, textOf } from '../sarif/line_hashes.mjs';
import { addLineHashes, hasMultitool, schema, validate } from '../sarif/multitool.mjs';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv/dist/2020');
const { default: addFormats } = require('ajv-formats');

// What the validator may warn of, and why it stays so. Anything else fails, and so does a row that is not needed.
const explained = {
  SARIF2005: 'No informationUri: the project has no address on the web that we could promise to keep.',
};

const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
after(() => rmSync(folder, { recursive: true }));
execFileSync(join(process.env.LEAKLINT_BUILD_DIRECTORY, 'sarif_specimens'), [folder]);
const project = join(folder, 'project');
const pathOf = (name) => join(folder, `${name}.sarif`);
const read = (name) => JSON.parse(readFileSync(pathOf(name), 'utf8'));
const small = ['full', 'suppressed', 'clean'];
const full = read('full').runs[0];
const lines = read('lines').runs[0]; // a finding on each line of files that are hard to hash
const located = [...full.results, ...lines.results];
const physical = (result) => result.locations[0].physicalLocation;
const fileOf = (location) => join(project, decodeURIComponent(location.artifactLocation.uri));

test('the schema of SARIF 2.1.0 accepts it', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const accepts = ajv.compile(schema());
  for (const name of [...small, 'lines']) assert.ok(accepts(read(name)), `${name}: ${JSON.stringify(accepts.errors?.slice(0, 5), null, 2)}`);
  const damaged = read('full');
  damaged.runs[0].results[0].level = 'fatal';
  assert.ok(!accepts(damaged), 'the schema was not applied');
});

test("Microsoft's validator finds nothing but what is explained", { skip: !hasMultitool }, () => {
  const seen = new Set();
  for (const name of small)
    for (const { rule, text } of validate(pathOf(name))) {
      assert.ok(rule in explained, text);
      seen.add(rule);
    }
  assert.deepEqual([...seen].sort(), Object.keys(explained).sort(), 'an explanation is not needed any more');
});

test("Microsoft's validator applies its rules for GitHub", { skip: !hasMultitool }, () => {
  const damaged = read('suppressed');
  damaged.runs[0].results[0].locations = [];
  delete damaged.runs[0].tool.driver.rules[0].help;
  writeFileSync(pathOf('damaged'), JSON.stringify(damaged));
  const rules = validate(pathOf('damaged')).map(({ rule }) => rule);
  assert.ok(rules.includes('GH1015') && rules.includes('GH2012'), `only ${rules}`);
});

test('line hashes are those of the uploader', async () => {
  const expected = new Map();
  assert.ok(lines.results.length > 3000, `only ${lines.results.length} lines compared`);
  for (const result of located) {
    const file = fileOf(physical(result));
    if (!expected.has(file)) expected.set(file, lineHashes(await textOf(file)));
    const hash = result.partialFingerprints.primaryLocationLineHash;
    // Of UTF-16 the uploader reads noise. It fills in what we leave out.
    if (file.endsWith('utf16.js')) assert.equal(hash, undefined);
    else assert.equal(hash, expected.get(file)[physical(result).region.startLine - 1], `${file}:${physical(result).region.startLine}`);
  }
});

test("line hashes are those of Microsoft's implementation", { skip: !hasMultitool }, () => {
  const stripped = read('lines');
  for (const result of stripped.runs[0].results) delete result.partialFingerprints;
  writeFileSync(pathOf('stripped'), JSON.stringify(stripped));
  addLineHashes(pathOf('stripped'), pathOf('hashed'));
  read('hashed').runs[0].results.forEach((result, index) => {
    const { artifactLocation, region } = physical(result);
    // It drops a byte order mark, which the uploader does not, and it decodes UTF-16.
    const reads_otherwise = artifactLocation.uri.endsWith('utf16.js') || (artifactLocation.uri.endsWith('mark.js') && region.startLine === 1);
    if (reads_otherwise) return;
    assert.equal(
      lines.results[index].partialFingerprints.primaryLocationLineHash,
      result.partialFingerprints.primaryLocationLineHash,
      `${artifactLocation.uri}:${region.startLine}`,
    );
  });
});

test('our own fingerprints tell all results of a file apart', () => {
  const seen = new Set();
  for (const { artifactLocation, ...rest } of located.map((result) => ({ ...physical(result), own: result.partialFingerprints['leaklint/v1'] }))) {
    const key = `${artifactLocation.uri} ${rest.own}`;
    assert.ok(!seen.has(key), key);
    seen.add(key);
  }
});

test('a region is on one line, and its columns are UTF-16 units', async () => {
  assert.equal(full.columnKind, 'utf16CodeUnits');
  const marked = new Map();
  for (const result of located) {
    const { region } = physical(result);
    assert.equal(region.startLine, region.endLine);
    assert.ok(region.startColumn <= region.endColumn);
    if (result.ruleId === 'constant-in-hot-path') continue;
    const line = (await textOf(fileOf(physical(result)))).replace(/^\uFEFF/, '').split(/\r\n?|\n/)[region.startLine - 1];
    marked.set(line.slice(region.startColumn - 1, region.endColumn - 1), result);
  }
  assert.deepEqual([...marked.keys()].sort(), ['==', "process.on('uncaughtException'", "res.on('finish', () => {"]);
});

test('messages link to every related location, and to nothing else', () => {
  for (const { message, relatedLocations = [] } of full.results) {
    const links = [...message.text.matchAll(/(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\((\d+)\)/g)].map((link) => Number(link[1]));
    assert.deepEqual([...new Set(links)].sort((a, b) => a - b), relatedLocations.map(({ id }) => id));
  }
  const tricky = full.results.find(({ message }) => message.text.startsWith('Text that looks'));
  assert.match(tricky.message.text, /^Text that looks like a link, handlers\[name\\\]\(request\), \[a\\\]\(1\) or \{0\}\. And a second sentence\.\n/);
  assert.match(tricky.message.text, /the text has not \(\[array\\\[0\\\] \\\\ element\]\(\d+\)\)\.\n/);
});

test('the path to the leak is a code flow from its root on', () => {
  const leak = full.results.find(({ level, ruleId }) => ruleId === 'listener-leak' && level === 'error');
  const steps = leak.codeFlows.map(({ threadFlows }) => threadFlows[0].locations.map(({ location }) => location.message.text));
  assert.deepEqual(steps, [
    ['process ▸ _events.uncaughtException', 'closure (log.js:12)', 'requestId, req'],
    ['per request', 'middleware'],
  ]);
});

test('fixes mend the file when they are applied', async () => {
  const { fixes } = full.results.find(({ ruleId }) => ruleId === 'loose-equality');
  assert.deepEqual(fixes.map(({ properties }) => properties.safe), [true, false]);
  const [change] = fixes[0].artifactChanges;
  const lines = (await textOf(fileOf(change))).replace(/^\uFEFF/, '').split('\r\n');
  for (const { deletedRegion: region, insertedContent } of change.replacements) {
    const line = lines[region.startLine - 1];
    lines[region.startLine - 1] = line.slice(0, region.startColumn - 1) + insertedContent.text + line.slice(region.endColumn - 1);
  }
  assert.equal(lines[2], "\tconst label = t('日本語 😀'); return kind === 'x' ? label : null;");
});

test('rules say all that GitHub shows of them, and do not pass for security rules', () => {
  const { rules } = full.tool.driver;
  full.results.forEach((result) => assert.equal(rules[result.ruleIndex].id, result.ruleId));
  for (const rule of [...rules, ...read('clean').runs[0].tool.driver.rules]) {
    for (const text of [rule.shortDescription.text, rule.fullDescription.text]) assert.ok(text.length > 0 && text.length <= 1024 && /[.!?]$/.test(text), text);
    assert.ok(rule.help.text && rule.help.markdown && rule.name.length <= 255);
    assert.ok(['very-high', 'high', 'medium', 'low'].includes(rule.properties.precision));
    assert.ok(['error', 'warning', 'recommendation'].includes(rule.properties['problem.severity']));
    assert.ok(rule.properties.tags.length <= 10 && !rule.properties.tags.includes('security'));
    assert.ok(!('security-severity' in rule.properties));
  }
  assert.equal(rules[0].fullDescription.text, 'Comparing with `==` converts first. See the table.');
});

test('what could not be read is a notification', () => {
  const [invocation] = full.invocations;
  assert.equal(invocation.executionSuccessful, false);
  const shown = invocation.toolExecutionNotifications.map(({ level, message, locations }) => [level, message.text, locations?.[0].physicalLocation.artifactLocation.uri]);
  assert.deepEqual(shown, [
    ['error', 'Cannot be read: permission denied.', 'tricky/gone.js'],
    ['warning', 'Does not parse cleanly from line 3.', `file://${folder}/outside.js`],
    ['note', 'The cache is not used: disk full.', undefined],
  ]);
  assert.equal(read('clean').runs[0].invocations[0].executionSuccessful, true);
});

test('suppressions appear in all results, or in none', () => {
  assert.ok(full.results.every((result) => !('suppressions' in result)));
  assert.deepEqual(read('suppressed').runs[0].results.map(({ suppressions }) => suppressions), [
    [],
    [{ kind: 'inSource', status: 'accepted', justification: 'one process a request' }],
    [{ kind: 'external', status: 'accepted' }],
  ]);
});

test("it stays within GitHub's limits, worst findings first, and says what it cut", () => {
  const bytes = readFileSync(pathOf('many'));
  assert.ok(gzipSync(bytes).length < 10_000_000, `${gzipSync(bytes).length} bytes after gzip`);
  const log = JSON.parse(bytes);
  assert.equal(log.runs.length, 1);
  const [run] = log.runs;
  assert.equal(run.results.length, 25_000);
  const levels = run.results.map(({ level }) => ['error', 'warning', 'note'].indexOf(level));
  assert.deepEqual(levels, [...levels].sort((a, b) => a - b));
  for (const { locations, relatedLocations = [], codeFlows = [] } of run.results) {
    assert.ok(locations.length + relatedLocations.length <= 1_000);
    const steps = codeFlows.flatMap(({ threadFlows }) => threadFlows.flatMap((flow) => flow.locations));
    assert.ok(steps.length <= 10_000);
  }
  assert.deepEqual(run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text), [
    'Only the worst 25,000 of 30,000 findings are in this file, since GitHub accepts no more.',
    '13,001 steps of long paths are left out, since GitHub accepts no more.',
  ]);
});
