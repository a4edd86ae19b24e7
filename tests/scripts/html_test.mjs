// Opens the HTML report in a real browser, filters and regroups it, and looks at what is left to see.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => spawnSync(name, ['--version']).status === 0);
const skip = browser ? false : 'no Chromium here; install the package chromium to run this test';
if (skip) console.log(`SKIPPED: ${skip}`);

const folder = mkdtempSync(join(tmpdir(), 'html-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'app.js'), "require('express')().use(require('./log'));\nif (a == b) run();\n");
writeFileSync(join(folder, 'log.js'), "module.exports = (req, res, next) => {\n  process.on('exit', () => req.end());\n  if (a == b) next();\n};\n");
const report = join(folder, 'report.html');
spawnSync(process.env.LEAKLINT_BINARY, ['check', '--format', 'html', '--output', report], { cwd: folder });
const page = readFileSync(report, 'utf8');

/** What a script, run once the page has loaded, writes into its result. */
function inBrowser(script) {
  const path = join(folder, 'with-script.html');
  writeFileSync(path, page.replace('</body>', `<script>document.title = JSON.stringify((() => { ${script} })());</script></body>`));
  const { stdout } = spawnSync(browser, ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', `--user-data-dir=${join(folder, 'profile')}`, `file://${path}`], { encoding: 'utf8', timeout: 60_000 });
  const title = /<title>(.*?)<\/title>/s.exec(stdout);
  assert.ok(title, 'the browser printed no page');
  return JSON.parse(title[1].replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}
const helpers = `
  const set = (name, value) => { form.elements[name].value = value; form.elements[name].dispatchEvent(new Event('input', { bubbles: true })); };
  const uncheck = (value) => { const box = form.querySelector('[value=' + value + ']'); box.checked = false; box.dispatchEvent(new Event('input', { bubbles: true })); };
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ checkOpacity: true }));
  const shown = () => ({ articles: seen('article').map(({ dataset }) => dataset.rule + ' ' + dataset.path), heads: seen('h2, h3').map(({ textContent }) => textContent), said: form.elements.shown.value });`;
const all = ['listener-leak log.js', 'loose-equality app.js', 'loose-equality log.js'];

test('all findings are there, by rule and file', { skip }, () => {
  assert.deepEqual(inBrowser(`${helpers} return shown();`), {
    articles: all,
    heads: ['listener-leak1', 'log.js1', 'loose-equality2', 'app.js1', 'log.js1'],
    said: '3 of 3 shown',
  });
});

test('words, rules, severities and confidences leave only what fits', { skip }, () => {
  const left = (script) => inBrowser(`${helpers} ${script} return shown();`).articles;
  assert.deepEqual(left("set('text', 'LOG.js  captured');"), ['listener-leak log.js']);
  assert.deepEqual(left("set('text', 'log.js');"), ['listener-leak log.js', 'loose-equality log.js']);
  assert.deepEqual(left("set('rule', 'loose-equality');"), all.slice(1));
  assert.deepEqual(left("uncheck('error');"), all.slice(1));
  assert.deepEqual(left("uncheck('high'); uncheck('medium');"), []);
  assert.deepEqual(left("set('text', 'captured'); set('text', '');"), all);
});

test('it groups by file, and back', { skip }, () => {
  const result = inBrowser(`${helpers} set('group', 'path'); const byFile = shown(); set('group', 'rule'); return [byFile, shown()];`);
  assert.deepEqual(result[0].heads, ['app.js1', 'loose-equality1', 'log.js2', 'listener-leak1', 'loose-equality1']);
  assert.deepEqual(result[1].articles, all);
  assert.deepEqual(result[1].heads, ['listener-leak1', 'log.js1', 'loose-equality2', 'app.js1', 'log.js1']);
});

test('the retaining path reads from its root to what it captures', { skip }, () => {
  const steps = inBrowser(`return [...document.querySelectorAll('.chain .step')].map((step) => step.querySelector('.role').textContent + ' ' + step.querySelector('b').textContent);`);
  assert.deepEqual(steps, ['root process', 'holder _events.exit', 'closure closure (log.js:2)', 'captured req']);
});
