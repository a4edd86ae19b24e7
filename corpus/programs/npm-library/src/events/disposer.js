/** A list of things to undo. */
export class Disposer {
  #steps = [];

  add(step) {
    this.#steps.push(step);
  }

  dispose() {
    for (const step of this.#steps.splice(0).reverse()) step();
  }
}
