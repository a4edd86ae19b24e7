export { FolderWatcher } from './folder-watcher.js';
export { firstLine } from './first-line.js';
export { temporaryFolder } from './temporary-folder.js';
