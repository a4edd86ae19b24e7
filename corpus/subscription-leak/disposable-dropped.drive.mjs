// The editor, as far as the file needs it.
import { EventEmitter } from 'node:events';

export const files = {
  'vscode/index.js': `const listeners = new Set();
exports.workspace = { onDidSaveTextDocument(run) { listeners.add(run); return { dispose: () => listeners.delete(run) }; } };`,
};
export default ({ it }) => it.track();
