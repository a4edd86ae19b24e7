// Tries the packaged extension in real VS Code (code-server) by driving its page in headless Chromium, as a user would:
// the squiggle, the hover, the drawn path, the quick fix. node end_to_end.mjs CODE_SERVER LEAKLINT VSIX PICTURES
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [codeServer, leaklint, vsix, pictures] = process.argv.slice(2);
const entry = join(codeServer, 'node_modules/code-server/out/node/entry.js');
const folder = mkdtempSync(join(tmpdir(), 'leaklint-vscode-'));
const project = join(folder, 'shop');
mkdirSync(join(project, 'server'), { recursive: true });
mkdirSync(join(folder, 'user/User'), { recursive: true });
mkdirSync(pictures, { recursive: true });

writeFileSync(join(project, 'server/app.js'), `const express = require('express');
const { traceErrors } = require('./log');

const app = express();
app.use(traceErrors);
if (process.env.PORT == 80) app.listen(80);
`);
writeFileSync(join(project, 'server/log.js'), `exports.traceErrors = function traceErrors(req, res, next) {
  const requestId = req.headers['x-request-id'];

  process.on('uncaughtException', (error) => {
    console.error(requestId, req.url, error);
  });
  next();
};
`);
writeFileSync(join(folder, 'user/User/settings.json'), JSON.stringify({
  'leaklint.path': leaklint,
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'security.workspace.trust.enabled': false,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'files.autoSave': 'off',
  'chat.commandCenter.enabled': false,
  'javascript.validate.enable': false,
}));

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const folders = ['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')];
const environment = { ...process.env, HOME: folder };
execFileSync('node', [entry, ...folders, '--install-extension', vsix], { env: environment, stdio: 'inherit' });
const port = await freePort();
const server = spawn('node', [entry, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...folders,
  '--disable-workspace-trust', '--disable-telemetry', '--disable-update-check', project], { env: environment, stdio: 'pipe' });
await new Promise((resolve, reject) => {
  server.stdout.on('data', (text) => /HTTP server listening/.test(text) && resolve());
  server.on('exit', (code) => reject(new Error(`code-server ended with ${code}`)));
});

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1100, height: 620 } });
page.setDefaultTimeout(90_000);
const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
const step = (text) => console.log(`- ${text}`);

async function command(title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

async function openFile(name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input.input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

async function goTo(line, column) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input.input').fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
}

/** With the keyboard, since the page keeps the mouse out while the menu is open. */
async function chooseAction(title) {
  const menu = page.locator('.action-widget');
  await menu.locator('.monaco-list-row', { hasText: title }).waitFor();
  for (let pressed = 0; pressed < 20; ++pressed) {
    if ((await menu.locator('.monaco-list-row.focused').innerText()).includes(title)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

try {
  await page.goto(`http://127.0.0.1:${port}/?folder=${project}`);
  await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
  await openFile('log.js');
  await page.locator('.squiggly-error').first().waitFor();
  step('the squiggle is there');

  await goTo(4, 5);
  await command('Show or Focus Hover');
  const hover = page.locator('.monaco-hover:visible', { hasText: '▸' });
  await hover.waitFor();
  const text = await hover.innerText();
  assert.match(text, /listener-leak/);
  assert.match(text.replace(/\s+/g, ' '), /process ▸ _events\.uncaughtException ▸ closure \(log\.js:4\) ▸ req, requestId/);
  assert.match(text.replace(/\s+/g, ' '), /app\.use\(…\) at server\/app\.js:5/);
  step('the hover shows the path');
  await picture('hover');
  await page.keyboard.press('Escape');

  await goTo(4, 5);
  await command('leaklint: Show Retaining Path');
  const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
  await frame.locator('li.root', { hasText: 'process' }).waitFor();
  assert.equal(await frame.locator('li').count(), 4);
  assert.match(await frame.locator('li.leaf').innerText(), /req, requestId/);
  step('the path is drawn');
  await picture('retaining-path');
  await page.screenshot({ path: join(pictures, 'readme.png'), clip: { x: 323, y: 35, width: 777, height: 505 } });
  await frame.locator('.link', { hasText: 'app.use' }).click();
  await page.locator('.tab.active', { hasText: 'app.js' }).first().waitFor();
  step('a click on a step goes there');

  await goTo(6, 23);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Replace' }).waitFor();
  await picture('quick-fix');
  await chooseAction('Replace');
  await page.locator('.view-line', { hasText: 'PORT' }).filter({ hasText: '===' }).waitFor();
  step('the quick fix replaces the text');
  await page.locator('.squiggly-warning').waitFor({ state: 'detached' });
  step('and the warning goes away');

  await openFile('log.js');
  await goTo(4, 5);
  await page.keyboard.press('Control+.');
  await chooseAction('Suppress listener-leak here');
  const reason = page.locator('.quick-input-widget input.input');
  await reason.fill('set once per worker in production');
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: 'leaklint-disable-next-line' }).waitFor();
  await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  assert.match(readFileSync(join(project, 'server/log.js'), 'utf8'),
    /^ {2}\/\/ leaklint-disable-next-line listener-leak -- set once per worker in production$/m);
  step('the suppression asks why, and silences the finding');
} catch (error) {
  await picture('failure');
  throw error;
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
