import { watch } from 'node:fs';

/** Tells of changes in a folder, once for several that come at the same time. */
export class FolderWatcher {
  #watcher;
  #pending = null;
  #names = new Set();

  constructor(folder, tell, { after = 50 } = {}) {
    this.tell = tell;
    this.after = after;
    this.#watcher = watch(folder, (event, name) => this.#note(name));
  }

  close() {
    clearTimeout(this.#pending);
    this.#watcher.close();
  }

  #note(name) {
    this.#names.add(name);
    this.#pending ??= setTimeout(() => this.#flush(), this.after);
  }

  #flush() {
    this.#pending = null;
    const names = [...this.#names];
    this.#names.clear();
    this.tell(names);
  }
}
