// What no editor should send to `leaklint lsp`: it answers what it can, and keeps serving.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '../lsp/client.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lsp-abuse-'));
writeFileSync(join(folder, 'a.js'), 'if (a == 1) run();\n');

/** A server that is spoken to byte by byte. */
class Raw {
  received = [];
  #bytes = Buffer.alloc(0);
  #waiting = [];

  constructor() {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
    this.process = spawn(process.env.LEAKLINT_BINARY, ['lsp'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.exited = new Promise((resolve) => this.process.on('exit', (code, signal) => resolve(code ?? signal)));
    this.process.stdin.on('error', () => {}); // it may have ended
    this.process.stdout.on('data', (chunk) => this.#take(chunk));
  }

  #take(chunk) {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(this.#bytes.toString('latin1', 0, 64));
      if (!header) break;
      const end = header[0].length + Number(header[1]);
      if (this.#bytes.length < end) break;
      this.received.push(JSON.parse(this.#bytes.toString('utf8', header[0].length, end)));
      this.#bytes = this.#bytes.subarray(end);
    }
    for (const look of this.#waiting) look();
  }

  write(text) {
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n`);
    this.process.stdin.write(text);
  }

  send(message) {
    this.write(JSON.stringify({ jsonrpc: '2.0', ...message }));
  }

  until(isWanted) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${isWanted}: ${JSON.stringify(this.received)}`)), 20_000);
      const look = () => {
        const found = this.received.find(isWanted);
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      };
      this.#waiting.push(look);
      look();
    });
  }

  answer(id) {
    return this.until((message) => message.id === id && !message.method);
  }

  async start() {
    this.send({ id: 'start', method: 'initialize', params: { rootUri: pathToFileURL(folder).href, capabilities: {} } });
    await this.answer('start');
    this.send({ method: 'initialized', params: {} });
    return this;
  }

  /** Still there, and still right. */
  async isWell() {
    const uri = pathToFileURL(join(folder, `well-${this.received.length}.js`)).href;
    const textDocument = { uri, languageId: 'javascript', version: 1, text: 'if (b == 1) run();\n' };
    this.send({ method: 'textDocument/didOpen', params: { textDocument } });
    await this.until((message) => message.params?.uri === uri && message.params.diagnostics.length === 1);
  }

  async end() {
    this.send({ id: 'end', method: 'shutdown' });
    await this.answer('end');
    this.send({ method: 'exit' });
    assert.equal(await this.exited, 0);
  }
}

async function malformedMessages() {
  const server = new Raw();
  server.send({ id: 1, method: 'textDocument/hover', params: {} });
  assert.equal((await server.answer(1)).error.code, -32002, 'before initialize');
  server.send({ method: 'textDocument/didOpen', params: {} });
  await server.start();

  server.write('{"jsonrpc": "2.0", "id": 2, "method": ');
  assert.equal((await server.answer(null)).error.code, -32700);
  const nested = '['.repeat(5_000_000);
  for (const text of ['', '[]', '1', 'null', '{}', '{"id":null}', '{"id":{"a":[]}}', '{"method":1}', nested, '\0\xff'])
    server.write(text);
  const wrong = [undefined, null, [], 1, 'x', {}, { textDocument: 1 }, { textDocument: { uri: 1 } },
    { textDocument: { uri: 'nonsense:%%%', text: 'x' }, contentChanges: [1], position: {} },
    { textDocument: { uri: 'file:///x.js', text: 7 }, position: { line: -1, character: 1e99 }, range: {} },
    { changes: [{ uri: 5, type: 'x' }], event: 3, command: 'leaklint.explain', arguments: ['no-such-rule'] },
    { previousResultIds: [{ uri: 1 }] }];
  const methods = ['initialize', 'initialized', 'textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose',
    'workspace/didChangeConfiguration', 'workspace/didChangeWorkspaceFolders', 'workspace/didChangeWatchedFiles',
    'textDocument/hover', 'textDocument/codeAction', 'textDocument/diagnostic', 'workspace/diagnostic',
    'workspace/executeCommand', 'leaklint/retainingPath', '$/cancelRequest', 'no/such/method'];
  let id = 100;
  for (const method of methods) {
    for (const params of wrong) {
      server.send({ method, params });
      server.send({ id: id++, method, params });
    }
  }
  for (let asked = 100; asked < id; ++asked) await server.answer(asked);
  await server.isWell();
  await server.end();
}

async function brokenHeaders() {
  for (const bytes of ['Content-Length: many\r\n\r\n', 'x'.repeat(1 << 20), 'Content-Length: 5\r\n\r\n{}', '']) {
    const server = await new Raw().start();
    server.process.stdin.end(bytes);
    assert.equal(await server.exited, 1);
  }
}

async function hugeFiles() {
  const server = await new Raw().start();
  const uri = pathToFileURL(join(folder, 'huge.js')).href;
  const open = (text) =>
    server.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, version: 1, text } } });
  open('if (a == 1) run();\n'.repeat(1_000_000));
  server.send({ id: 1, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 3, character: 7 } } });
  assert.equal((await server.answer(1)).result, null, 'a generated file is left alone');
  open('('.repeat(1_000_000));
  open('x'.repeat(65 << 20)); // more than a message may have
  await server.until((message) => /more than 64 MB/.test(message.params?.message));
  await server.isWell();
  await server.end();
}

/** Thousands of random edits as fast as they can be written; what is shown in the end is what a new server finds. */
async function rapidEdits() {
  let seed = 42;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const pieces = ['if (a == 1) run();\n', '\n', '`', '😀', '/*', '*/', '}', 'process.on("exit", () => req);\n', '"', 'var v = 1;\n'];
  const client = await new Client(folder).start();
  const name = 'edited.js';
  let text = '';
  await client.open(name, text);
  for (let version = 2; version < 3000; ++version) {
    const lines = text.split('\n');
    const [first, last] = [random(lines.length), random(lines.length)].sort((a, b) => a - b);
    const from = random(lines[first].length + 1);
    const to = first === last ? from + random(lines[last].length - from + 1) : random(lines[last].length + 1);
    const added = random(4) ? pieces[random(pieces.length)] : '';
    const isCut = !random(3);
    const end = isCut ? { line: last, character: to } : { line: first, character: from };
    client.change(name, version, { range: { start: { line: first, character: from }, end }, text: added });
    const before = [...lines.slice(0, first), lines[first].slice(0, from)].join('\n');
    const after = isCut ? [lines[last].slice(to), ...lines.slice(last + 1)] : [lines[first].slice(from), ...lines.slice(first + 1)];
    text = before + added + after.join('\n');
    // An editor cuts no character in two, but nothing keeps a client from it.
    if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) {
      text = text.replace(/[\ud800-\udfff]/g, '');
      client.change(name, ++version, { text });
    }
  }
  const tail = '\nif (z == 1) run();\n'; // so that there is something to wait for
  text = 'if (first == 1) run();\n' + text + tail;
  await client.change(name, 9999, { text });
  const place = (one) => [one.code ?? one.message, one.range];
  const shown = await client.until(() => {
    const known = client.published.get(client.uri(name));
    return known?.version === 9999 && known.diagnostics.length > 0 ? known : undefined;
  });
  const other = await new Client(folder).start();
  await other.open(name, text);
  const fresh = await other.until(() => other.published.get(other.uri(name)));
  assert.deepEqual(shown.diagnostics.map(place), fresh.diagnostics.map(place));
  assert.equal(await client.stop(), 0);
  assert.equal(await other.stop(), 0);
}

try {
  await malformedMessages();
  await brokenHeaders();
  await hugeFiles();
  await rapidEdits();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
