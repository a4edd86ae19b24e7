import * as vscode from 'vscode';
import { LanguageClient, State, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { findServer } from './server';
import { PathView } from './pathView';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'html'];

let client: LanguageClient | undefined;

/** What the server's `leaklint.suppressWithReason` brings: an insertion whose text holds a placeholder. */
interface Suppression {
  uri: string;
  range: { start: { line: number; character: number } };
  newText: string;
  placeholder: string;
}

async function suppress(suppression: Suppression) {
  const reason = await vscode.window.showInputBox({
    prompt: 'Why is this no leak? The reason is written into the comment.',
    validateInput: (text) => (text.trim() === '' ? 'A reason, please: the next reader will ask.' : undefined),
  });
  if (reason === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  const { line, character } = suppression.range.start;
  // A comment ends where its line does.
  const text = suppression.newText.replace(suppression.placeholder, () => reason.replace(/\s+/g, ' ').trim());
  edit.insert(vscode.Uri.parse(suppression.uri), new vscode.Position(line, character), text);
  await vscode.workspace.applyEdit(edit);
}

async function start(status: vscode.LanguageStatusItem) {
  const configuration = vscode.workspace.getConfiguration('leaklint');
  if (!configuration.get<boolean>('enable')) {
    status.text = 'leaklint is off';
    return;
  }
  const command = findServer(configuration.get<string>('path') ?? '');
  const server: ServerOptions = { command, args: ['lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: languages.map((language) => ({ scheme: 'file', language })),
    initializationOptions: { asksForReasons: true },
    markdown: { isTrusted: false },
  };
  const made = new LanguageClient('leaklint', 'leaklint', server, options);
  client = made;
  made.onDidChangeState(({ newState }) => {
    void vscode.commands.executeCommand('setContext', 'leaklint.isRunning', newState === State.Running);
    status.busy = newState === State.Starting;
    status.text = newState === State.Stopped ? 'leaklint has stopped' : 'leaklint';
    status.severity = newState === State.Stopped ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    status.detail = made.initializeResult?.serverInfo?.version;
  });
  try {
    await made.start();
  } catch (error) {
    status.severity = vscode.LanguageStatusSeverity.Error;
    status.text = 'leaklint did not start';
    const choice = await vscode.window.showErrorMessage(
      `leaklint could not be started as '${command}': ${error instanceof Error ? error.message : error}`, 'Open Settings');
    if (choice) await vscode.commands.executeCommand('workbench.action.openSettings', 'leaklint.path');
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old?.needsStop()) await old.stop();
}

export async function activate(context: vscode.ExtensionContext) {
  const status = vscode.languages.createLanguageStatusItem('leaklint', languages.map((language) => ({ language })));
  status.name = 'leaklint';
  status.text = 'leaklint';
  status.command = { command: 'leaklint.showOutput', title: 'Output' };
  const view = new PathView(() => client);
  const restart = async () => {
    await stop();
    await start(status);
  };
  context.subscriptions.push(
    status,
    view,
    vscode.commands.registerCommand('leaklint.suppressWithReason', suppress),
    vscode.commands.registerCommand('leaklint.showRetainingPath', () => view.showAtCursor()),
    vscode.commands.registerCommand('leaklint.showOutput', () => client?.outputChannel.show()),
    vscode.commands.registerCommand('leaklint.restart', restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('leaklint.path') || event.affectsConfiguration('leaklint.enable')) void restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void restart()),
  );
  await start(status);
}

export function deactivate() {
  return stop();
}
