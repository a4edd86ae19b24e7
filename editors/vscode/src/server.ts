import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** The leaklint to run: the user's, the one that the folder brings, or the one on the PATH. */
export function findServer(configured: string): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (configured !== '') {
    const folder = folders[0]?.uri.fsPath ?? '';
    return configured.replace('${workspaceFolder}', folder);
  }
  const name = process.platform === 'win32' ? 'leaklint.cmd' : 'leaklint';
  if (vscode.workspace.isTrusted) {
    for (const folder of folders) {
      const path = join(folder.uri.fsPath, 'node_modules', '.bin', name);
      if (existsSync(path)) return path;
    }
  }
  return 'leaklint';
}
