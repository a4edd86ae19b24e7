import { EventEmitter } from 'node:events';

import { Disposer } from './disposer.js';

/** Brings the events of many emitters together, and lets go of all of them at once. */
export class Hub extends EventEmitter {
  #disposer = new Disposer();

  constructor({ closeAtExit = false } = {}) {
    super();
    if (closeAtExit) process.on('exit', () => this.close()); // leak: listener-leak "`process`"
  }

  /** Passes on what an emitter says, under another name. */
  follow(emitter, name, as = name) {
    const listener = (...values) => this.emit(as, ...values);
    emitter.on(name, listener);
    this.#disposer.add(() => emitter.off(name, listener));
    return this;
  }

  close() {
    this.#disposer.dispose();
    this.removeAllListeners();
  }

  [Symbol.dispose]() {
    this.close();
  }
}
