// Marks whatever a life makes, so that it can be counted while it is retained, and found in a heap snapshot.

/** What a marked object carries. The class's name is how the heap reader finds it. */
class LifeMark {
  constructor(kind, number) {
    this.kind = kind;
    this.number = number;
  }
}

const life = Symbol('life');

export class Marks {
  #kinds = new Map();
  isLiving = false;
  number = 0;

  /** Marks an object as one that the running life has made. Returns it. */
  mark(object, kind = 'object') {
    const canHold = object !== null && (typeof object === 'object' || typeof object === 'function');
    if (!canHold || !this.isLiving || Object.hasOwn(object, life)) return object;
    Object.defineProperty(object, life, { value: new LifeMark(kind, this.number) });
    if (!this.#kinds.has(kind)) this.#kinds.set(kind, []);
    const marked = this.#kinds.get(kind);
    marked[marked.length] = new WeakRef(object);  // push() is watched
    return object;
  }

  /** How many marked objects of each kind are still retained. */
  count() {
    const counts = {};
    for (const [kind, marked] of this.#kinds) counts[kind] = marked.filter((one) => one.deref()).length;
    return counts;
  }
}
