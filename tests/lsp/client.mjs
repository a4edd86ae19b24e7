// A client of `leaklint lsp` on vscode-languageserver-protocol, for tests: speaks as editors do, and remembers what the
// server publishes.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const require = createRequire(new URL('../package.json', import.meta.url));
const protocol = require('vscode-languageserver-protocol/node');

export const everything = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
};

export const pulling = {
  ...everything,
  workspace: { ...everything.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...everything.textDocument, diagnostic: { relatedInformation: true } },
};

export class Client {
  settings = {};
  published = new Map(); // URI -> parameters of the last notification
  messages = [];
  progress = [];
  registrations = [];
  shownDocuments = [];
  refreshes = 0;
  #watchers = new Set();

  constructor(folder, { capabilities = everything, options, environment = {} } = {}) {
    this.folder = folder;
    this.capabilities = capabilities;
    this.options = options;
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, '..', 'cache'), ...environment };
    this.process = spawn(process.env.LEAKLINT_BINARY, ['lsp', '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.exited = new Promise((resolve) => this.process.on('exit', (code, signal) => resolve(code ?? signal)));
    this.connection = protocol.createProtocolConnection(
      new protocol.StreamMessageReader(this.process.stdout), new protocol.StreamMessageWriter(this.process.stdin));
    this.#answer();
    this.connection.listen();
  }

  #answer() {
    const { connection } = this;
    const see = (change) => (parameters) => {
      change(parameters);
      for (const look of this.#watchers) look();
    };
    connection.onNotification('textDocument/publishDiagnostics', see((p) => this.published.set(p.uri, p)));
    connection.onNotification('window/showMessage', see((p) => this.messages.push(p)));
    connection.onNotification('window/logMessage', see((p) => this.messages.push(p)));
    connection.onNotification('$/progress', see((p) => this.progress.push(p.value)));
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => this.settings));
    connection.onRequest('client/registerCapability', (p) => void this.registrations.push(...p.registrations));
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('window/showDocument', see((p) => this.shownDocuments.push(p)));
    connection.onRequest('workspace/diagnostic/refresh', see(() => ++this.refreshes));
  }

  uri(name) {
    return pathToFileURL(join(this.folder, name)).href;
  }

  async start(parameters = {}) {
    this.initialized = await this.request('initialize', {
      processId: process.pid,
      capabilities: this.capabilities,
      initializationOptions: this.options,
      rootUri: pathToFileURL(this.folder).href,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: 'test' }],
      ...parameters,
    });
    this.notify('initialized', {});
    return this;
  }

  request(method, parameters, token) {
    // The library takes an absent argument that is named for one more parameter.
    return this.connection.sendRequest(...[method, parameters, token].filter((one) => one !== undefined));
  }

  notify(method, parameters) {
    return this.connection.sendNotification(method, parameters);
  }

  open(name, text, version = 1) {
    const textDocument = { uri: this.uri(name), languageId: 'javascript', version, text };
    return this.notify('textDocument/didOpen', { textDocument });
  }

  change(name, version, ...contentChanges) {
    return this.notify('textDocument/didChange', { textDocument: { uri: this.uri(name), version }, contentChanges });
  }

  /** Resolves when `isSo` answers with something true, which it is asked after every notification. */
  until(isSo, what = isSo.toString()) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        const seen = JSON.stringify([...this.published.values()].map((p) => [p.uri, p.diagnostics.map((d) => d.code)]));
        reject(new Error(`waited in vain for ${what}; published: ${seen}; ${JSON.stringify(this.messages)}`));
      }, 20_000);
      const look = () => {
        const value = isSo();
        if (!value) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve(value);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** "4 listener-leak" of each diagnostic published for a file, lines counted from 1; nothing before there are any. */
  lines(name) {
    return this.published.get(this.uri(name))?.diagnostics.map((d) => `${d.range.start.line + 1} ${d.code}`);
  }

  untilLines(name, ...lines) {
    return this.until(() => JSON.stringify(this.lines(name)) === JSON.stringify(lines), `${name}: ${lines}`);
  }

  async stop() {
    await this.request('shutdown');
    this.notify('exit');
    return this.exited;
  }
}
