/** Collects what must be undone, and undoes it in reverse order, once. */
export class Disposables {
  #undo = [];

  add(undo) {
    this.#undo.push(undo);
    return this;
  }

  on(emitter, event, listener) {
    emitter.on(event, listener);
    return this.add(() => emitter.off(event, listener));
  }

  dispose() {
    while (this.#undo.length > 0) this.#undo.pop()();
  }
}
