'use strict';

/** A cache whose entries expire, and that never has more than `max` of them. */
class TtlCache {
  #entries = new Map();

  constructor({ max, seconds }) {
    this.max = max;
    this.milliseconds = seconds * 1000;
  }

  get(key) {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expires > Date.now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key, value) {
    if (this.#entries.size >= this.max) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    this.#entries.set(key, { value, expires: Date.now() + this.milliseconds });
  }
}

module.exports = { TtlCache };
