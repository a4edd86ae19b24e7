/** The last so many of a series. */
export class Ring {
  #items = [];

  constructor(length) {
    this.length = length;
  }

  push(item) {
    this.#items.push(item);
    if (this.#items.length > this.length) this.#items.shift();
  }

  toArray() {
    return [...this.#items];
  }
}
