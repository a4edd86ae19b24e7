// `leaklint lsp` as an editor sees it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, everything, pulling } from '../lsp/client.mjs';

const top = mkdtempSync(join(tmpdir(), 'lsp-'));
let projects = 0;

function project(files) {
  const folder = join(top, `project ${++projects}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const app = `const express = require('express');
const { traceErrors } = require('./log');
const app = express();
app.use(traceErrors);
app.listen(3000);
`;
const log = `exports.traceErrors = function traceErrors(req, res, next) {
  process.on('uncaughtException', (error) => {
    console.error(req.url, error);
  });
  next();
};
`;
const at = (line, character) => ({ line, character });
const range = (line, from, to = from) => ({ start: at(line, from), end: at(line, to) });

async function withClient(files, options, use) {
  const client = new Client(project(files), options);
  try {
    await client.start();
    await use(client);
    assert.equal(await client.stop(), 0);
  } finally {
    client.process.kill();
  }
}

const tests = {
  async 'publishes what check finds, with the path as related places'() {
    await withClient({ 'app.js': app, 'log.js': log }, {}, async (client) => {
      await client.untilLines('log.js', '2 listener-leak');
      const [diagnostic] = client.published.get(client.uri('log.js')).diagnostics;
      assert.equal(diagnostic.severity, 1);
      assert.equal(diagnostic.source, 'leaklint');
      assert.deepEqual(diagnostic.range, { start: at(1, 2), end: at(3, 4) });
      const related = diagnostic.relatedInformation.map((one) => one.message);
      assert.deepEqual(related.slice(0, 4), [
        'retained: process', 'retained: _events.uncaughtException', 'retained: closure (log.js:2)', 'retained: req']);
      const grows = diagnostic.relatedInformation.at(-1);
      assert.equal(grows.location.uri, client.uri('app.js'));
      assert.equal(grows.location.range.start.line, 3);
      const page = readFileSync(fileURLToPath(diagnostic.codeDescription.href), 'utf8');
      assert.match(page, /^# listener-leak/);
      assert.equal(client.published.has(client.uri('app.js')), false, 'nothing to say, nothing said');
    });
  },

  async 'reports progress of the first index, and asks to watch files'() {
    await withClient({ 'app.js': app, 'log.js': log }, {}, async (client) => {
      await client.until(() => client.progress.at(-1)?.kind === 'end');
      assert.equal(client.progress[0].kind, 'begin');
      const watched = client.registrations.find((one) => one.method === 'workspace/didChangeWatchedFiles');
      assert.ok(watched.registerOptions.watchers.length > 3);
    });
  },

  async 'follows edits; another file is told when its release appears and disappears here'() {
    const files = {
      'log.js': `const onError = (error) => console.error(error);
exports.onError = onError;
exports.traceErrors = function traceErrors(req, res, next) {
  process.on('uncaughtException', onError);
  next();
};
`,
      'app.js': `const express = require('express');
const { traceErrors, onError } = require('./log');
const app = express();
app.use(traceErrors);
app.use((req, res, next) => {
  res.on('close', () => process.off('uncaughtException', onError));
  next();
});
app.listen(3000);
`,
    };
    await withClient(files, {}, async (client) => {
      await client.open('app.js', files['app.js']);
      await client.change('app.js', 2, { range: range(5, 0), text: '// ' });
      await client.untilLines('log.js', '4 listener-leak');
      await client.change('app.js', 3, { range: range(5, 0, 3), text: '' });
      await client.untilLines('log.js');
      assert.equal(client.lines('app.js'), undefined);
    });
  },

  async 'unsaved text wins over the disk until it is closed'() {
    await withClient({ 'app.js': app, 'log.js': log }, {}, async (client) => {
      await client.untilLines('log.js', '2 listener-leak');
      await client.open('log.js', '\n\n' + log);
      await client.untilLines('log.js', '4 listener-leak');
      await client.open('log.js', 'exports.traceErrors = () => {};\n', 2);
      await client.untilLines('log.js');
      await client.notify('textDocument/didClose', { textDocument: { uri: client.uri('log.js') } });
      await client.untilLines('log.js', '2 listener-leak');
    });
  },

  async 'hovers with the whole path'() {
    await withClient({ 'app.js': app, 'log.js': log }, {}, async (client) => {
      await client.open('log.js', log);
      const textDocument = { uri: client.uri('log.js') };
      const hover = await client.request('textDocument/hover', { textDocument, position: at(1, 5) });
      assert.match(hover.contents.value, /listener-leak/);
      assert.match(hover.contents.value, /retained +process ▸ _events.uncaughtException ▸ closure \(log.js:2\) ▸ req/);
      assert.match(hover.contents.value, /grows +for every request: app.use\(…\) at app.js:4/);
      assert.equal(await client.request('textDocument/hover', { textDocument, position: at(5, 0) }), null);
      const [full] = await client.request('leaklint/retainingPath', { textDocument, position: at(1, 5) });
      assert.equal(full.rule, 'listener-leak');
      assert.equal(full.notes[0].steps[0].text, 'process');
      assert.equal(full.notes[0].steps[0].location.uri, client.uri('log.js'));
    });
  },

  async 'offers fixes, suppressions that work, and the page'() {
    const text = 'if (a == 1) run();\nvar tag = `\n${b == 2}\n`;\n';
    const leaklint = '{ "rules": { "no-var": "off" } }';
    await withClient({ 'a.js': text, 'leaklint.json': leaklint }, {}, async (client) => {
      await client.open('a.js', text);
      await client.untilLines('a.js', '1 loose-equality', '3 loose-equality');
      const textDocument = { uri: client.uri('a.js') };
      const ask = async (where, only) => {
        const context = { diagnostics: [], only };
        return client.request('textDocument/codeAction', { textDocument, range: where, context });
      };
      const actions = await ask(range(0, 6));
      assert.deepEqual(actions.map((one) => one.title), [
        'Replace `==` by `===`', 'Suppress loose-equality here, with a reason',
        'Suppress loose-equality in this file, with a reason', 'Explain loose-equality']);
      const [edit] = actions[0].edit.changes[textDocument.uri];
      assert.deepEqual(edit, { range: range(0, 6, 8), newText: '===' });
      const above = actions[1].edit.changes[textDocument.uri][0];
      assert.deepEqual(above.range, range(0, 0));
      assert.equal(above.newText, '// leaklint-disable-next-line loose-equality -- TODO: say why\n');
      assert.deepEqual((await ask(range(0, 6), ['refactor'])), []);

      // In a template literal the comment goes above the statement, as a line in it would be text.
      const [, inside] = await ask(range(2, 4));
      const suppression = inside.edit.changes[textDocument.uri][0];
      assert.deepEqual(suppression.range, range(1, 0));
      await client.change('a.js', 2, { range: suppression.range, text: suppression.newText });
      await client.untilLines('a.js', '1 loose-equality');

      await client.request('workspace/executeCommand', actions[3].command);
      const shown = await client.until(() => client.shownDocuments[0]);
      assert.match(readFileSync(fileURLToPath(shown.uri), 'utf8'), /^# loose-equality/);
    });
  },

  async 'fixes all that is safe at once, and tags what is unnecessary'() {
    const text = 'run(); // leaklint-disable-line loose-equality\nstop(); // leaklint-disable-line no-var, loose-equality\n';
    await withClient({ 'a.js': text }, {}, async (client) => {
      await client.open('a.js', text);
      await client.until(() => client.lines('a.js')?.length >= 2);
      assert.deepEqual(client.published.get(client.uri('a.js')).diagnostics[0].tags, [1]);
      const textDocument = { uri: client.uri('a.js') };
      const context = { diagnostics: [], only: ['source.fixAll'] };
      const [all] = await client.request('textDocument/codeAction', { textDocument, range: range(0, 0), context });
      assert.equal(all.kind, 'source.fixAll.leaklint');
      for (const edit of all.edit.changes[textDocument.uri].reverse()) {
        await client.change('a.js', 2, { range: edit.range, text: edit.newText });
      }
      await client.untilLines('a.js');
    });
  },

  async 'offers the fixes of program rules, for the text as it is now'() {
    const text = "require('http').createServer((request, response) => {\n  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];\n" +
      "  response.end(names[request.url]);\n  save(request.url);\n});\nasync function save(url) {\n  await fetch(url);\n}\n";
    await withClient({ 'a.js': text, 'leaklint.json': '{ "preset": "all" }' }, {}, async (client) => {
      await client.open('a.js', text);
      await client.untilLines('a.js', '2 constant-in-hot-path', '4 unawaited-promise');
      const textDocument = { uri: client.uri('a.js') };
      const ask = async (where, only = ['quickfix']) => {
        const context = { diagnostics: [], only };
        const actions = await client.request('textDocument/codeAction', { textDocument, range: where, context });
        return actions.filter((one) => one.edit && !one.title.startsWith('Suppress'));
      };
      await client.change('a.js', 2, { range: range(0, 0), text: '// a server\n' });
      await client.untilLines('a.js', '3 constant-in-hot-path', '5 unawaited-promise');
      const [hoist] = await ask(range(2, 20));
      assert.equal(hoist.title, 'Move it to module level, as `NAMES`');
      assert.ok(hoist.isPreferred);
      assert.ok(hoist.edit.changes[textDocument.uri].some((edit) => edit.newText.includes('const NAMES = Object.freeze([')));
      assert.deepEqual((await ask(range(4, 4))).map((one) => [one.title, one.isPreferred]), [
        ['Log its failure', false], ['Say with `void` that nobody waits for it', false]]);
      const [all] = await ask(range(0, 0), ['source.fixAll']);
      assert.deepEqual(all.edit, hoist.edit);
    });
  },

  async 'takes settings and configuration files as they change'() {
    await withClient({ 'a.js': 'var a = 1;\nif (a == 2) run(a);\n' }, {}, async (client) => {
      await client.untilLines('a.js', '2 loose-equality');
      client.settings = { preset: 'all', rules: { 'loose-equality': 'off' } };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.untilLines('a.js', '1 no-var');
      client.settings = { preset: 'everything' };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => client.messages.some((one) => /unknown preset 'everything'/.test(one.message)));
      client.settings = {};
      const path = join(client.folder, 'leaklint.json');
      writeFileSync(path, '{ "rules": { "no-var": "error" } }');
      const watched = { changes: [{ uri: client.uri('leaklint.json'), type: 1 }] };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.notify('workspace/didChangeWatchedFiles', watched);
      await client.untilLines('a.js', '1 no-var', '2 loose-equality');
      assert.equal(client.published.get(client.uri('a.js')).diagnostics[0].severity, 1);
      writeFileSync(path, '{ "ruls": {} }');
      await client.notify('workspace/didChangeWatchedFiles', watched);
      await client.until(() => client.messages.some((one) => /leaklint.json:1:3: .*'ruls'/.test(one.message)));
    });
  },

  async 'follows files that come, change and go'() {
    await withClient({ 'app.js': app }, {}, async (client) => {
      await client.until(() => client.progress.at(-1)?.kind === 'end');
      const tell = (type) =>
        client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('log.js'), type }] });
      writeFileSync(join(client.folder, 'log.js'), log);
      await tell(1);
      await client.untilLines('log.js', '2 listener-leak');
      writeFileSync(join(client.folder, 'log.js'), `// new\n${log}`);
      await tell(2);
      await client.untilLines('log.js', '3 listener-leak');
      rmSync(join(client.folder, 'log.js'));
      await tell(3);
      await client.untilLines('log.js');
    });
  },

  async 'answers clients that pull, and tells them when to'() {
    await withClient({ 'app.js': app, 'log.js': log }, { capabilities: pulling }, async (client) => {
      assert.equal(client.initialized.capabilities.diagnosticProvider.interFileDependencies, true);
      await client.open('app.js', app);
      const textDocument = { uri: client.uri('log.js') };
      const first = await client.request('textDocument/diagnostic', { textDocument });
      assert.deepEqual(first.items.map((one) => one.code), ['listener-leak']);
      const previousResultId = first.resultId;
      const again = await client.request('textDocument/diagnostic', { textDocument, previousResultId });
      assert.deepEqual(again, { kind: 'unchanged', resultId: previousResultId });

      const all = await client.request('workspace/diagnostic', { previousResultIds: [] });
      assert.deepEqual(all.items.map((one) => one.uri), [textDocument.uri]);
      const known = all.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
      const next = client.request('workspace/diagnostic', { previousResultIds: known });
      await client.open('log.js', 'exports.traceErrors = () => {};\n');
      const [gone] = (await next).items;
      assert.deepEqual([gone.uri, gone.items], [textDocument.uri, []]);
      await client.until(() => client.refreshes > 0);
      assert.equal(client.published.size, 0, 'nothing is said twice');
    });
  },

  async 'cancels requests'() {
    await withClient({ 'app.js': app }, { capabilities: pulling }, async (client) => {
      await client.request('textDocument/diagnostic', { textDocument: { uri: client.uri('app.js') } });
      const source = new AbortController();
      const token = {
        isCancellationRequested: false,
        onCancellationRequested: (listen) => {
          source.signal.addEventListener('abort', () => listen());
          return { dispose() {} };
        },
      };
      const held = client.request('workspace/diagnostic', { previousResultIds: [] }, token);
      source.abort();
      await assert.rejects(held, { code: -32800 });
    });
  },

  async 'speaks the encoding that the client prefers'() {
    const text = "if ('😀ä' == a) run();\n";
    for (const [encoding, column] of [['utf-8', 13], ['utf-16', 10], ['utf-32', 9]]) {
      const capabilities = { ...everything, general: { positionEncodings: [encoding, 'utf-16'] } };
      await withClient({ 'a.js': text }, { capabilities }, async (client) => {
        assert.equal(client.initialized.capabilities.positionEncoding, encoding);
        await client.open('a.js', text);
        await client.untilLines('a.js', '1 loose-equality');
        const [diagnostic] = client.published.get(client.uri('a.js')).diagnostics;
        assert.deepEqual(diagnostic.range, range(0, column, column + 2));
        await client.change('a.js', 2, { range: diagnostic.range, text: '===' });
        await client.untilLines('a.js');
      });
    }
  },

  async 'serves several folders, and files outside of them'() {
    const other = project({ 'b.js': 'if (b == 1) run();\n' });
    const outside = join(project({}), 'c.js');
    await withClient({ 'a.js': 'if (a == 1) run();\n' }, {}, async (client) => {
      await client.untilLines('a.js', '1 loose-equality');
      const folder = { uri: new URL(`file://${other}`).href, name: 'other' };
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
      const uri = new URL(`file://${other}/b.js`).href;
      await client.until(() => client.published.get(uri)?.diagnostics.length === 1);
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
      await client.until(() => client.published.get(uri)?.diagnostics.length === 0);
      const document = { uri: new URL(`file://${outside}`).href, languageId: 'javascript', version: 1 };
      await client.notify('textDocument/didOpen', { textDocument: { ...document, text: 'if (c == 1) run();\n' } });
      await client.until(() => client.published.get(document.uri)?.diagnostics.length === 1);
      await client.notify('textDocument/didClose', { textDocument: document });
      await client.until(() => client.published.get(document.uri)?.diagnostics.length === 0);
    });
  },

  async 'leaves ignored files alone, also when they are open'() {
    const files = { 'a.js': 'if (a == 1) run();\n', 'node_modules/x/index.js': 'if (x == 1) run();\n' };
    await withClient(files, {}, async (client) => {
      await client.open('node_modules/x/index.js', files['node_modules/x/index.js']);
      await client.untilLines('a.js', '1 loose-equality');
      assert.equal(client.lines('node_modules/x/index.js'), undefined);
    });
  },

  async 'ends with 1 without a shutdown'() {
    const client = await new Client(project({ 'a.js': '' })).start();
    client.notify('exit');
    assert.equal(await client.exited, 1);
  },
};

try {
  for (const [name, test] of Object.entries(tests)) {
    if (process.argv[2] && !name.includes(process.argv[2])) continue;
    try {
      await test();
    } catch (error) {
      error.message = `${name}: ${error.message}`;
      throw error;
    }
  }
} finally {
  rmSync(top, { recursive: true, force: true });
}
process.exit(0);
