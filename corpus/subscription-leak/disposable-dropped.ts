import * as vscode from 'vscode';

export function track(): void {
  vscode.workspace.onDidSaveTextDocument((file) => console.log(file.fileName)); // leak: subscription-leak (missed)
}
