// What things of a heap are called, beyond the path that leads to them, and whose code uses them.

/** How far code of a library may be from a handle that it uses: socket, listener, its variables, connection, client. */
const reach = 8;

/** Edges that lead from an object to what all of its kind have, and from there everywhere. */
const shared = new Set(['map', '__proto__', 'constructor', 'shared', 'feedback_cell', 'code', 'prototype', 'native_context',
  '_idleNext', '_idlePrev', 'module', 'children', 'parent', 'require', 'cache']);

export class HeapNames {
  #known = new Map();
  #exports = null;
  #packages = new Map();

  /** `isOfFile(context)`: whether a context is that of a file, and not of a function in it. */
  constructor(heap, isOfFile) {
    this.heap = heap;
    this.isOfFile = isOfFile;
  }

  /**
   * Whether a variable, or a field, of that name holds this very object; an element of a page is two objects, one for
   * scripts.
   */
  isKnownAs(node, name, isField) {
    if (node === undefined) return false;
    const key = `${isField} ${name}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#heldBy(isField ? 'property' : 'context', name));
    const held = this.#known.get(key);
    const twins = ['<symbol impl>', '<symbol wrapper>'].map((symbol) => this.heap.edgeNamed(node, symbol));
    return [node, ...twins].some((one) => held.has(one));
  }

  #heldBy(type, name) {
    const held = new Set();
    for (let from = 0; from < this.heap.count; ++from) {
      for (const edge of this.heap.edgesOf(from))
        if (edge.type === type && (edge.name === name || edge.name === `#${name}`)) held.add(edge.to);
    }
    return held;
  }

  /** The name by which an ES module exports a cell: in the module's table it stands before the cell. */
  exportOf(cell) {
    if (!this.#exports) {
      this.#exports = new Map();
      for (let table = 0; table < this.heap.count; ++table)
        if (this.heap.typeOf(table) === 'array') this.#readExports(table);
    }
    return this.#exports.get(cell);
  }

  #readExports(table) {
    let before;
    for (const { type, name, to } of this.heap.edgesOf(table)) {
      if (type === 'internal' && before?.index === name - 1 && this.heap.nameOf(to) === 'system / Cell') this.#exports.set(to, before.text);
      before = this.heap.typeOf(to).includes('string') ? { index: Number(name), text: this.heap.nameOf(to) } : undefined;
    }
  }

  /** The closure that made an object, as `constructor` of its prototype says; an object that is a closure is its own. */
  makerOf(node) {
    if (node === undefined) return undefined;
    if (this.heap.typeOf(node) === 'closure') return node;
    const prototype = this.heap.edgeNamed(node, '__proto__');
    return prototype === undefined ? undefined : this.heap.edgeNamed(prototype, 'constructor');
  }

  /** Whether a plain object has functions of a library for properties, which must have made it. */
  hasMethodsOfLibrary(node) {
    for (const { type, to } of this.heap.edgesOf(node))
      if (type === 'property' && packageOf(this.scriptOf(to))) return true;
    return false;
  }

  /** The script of a closure's function, or undefined for Node's own. */
  scriptOf(closure) {
    const location = closure === undefined ? undefined : this.heap.locations.get(closure);
    return location && this.heap.scripts().get(location.script);
  }

  /** The packages whose functions are found within a few steps of an object. */
  packagesAround(node) {
    if (!this.#packages.has(node)) this.#packages.set(node, this.#findPackages(node));
    return this.#packages.get(node);
  }

  #findPackages(node) {
    const packages = new Set();
    const seen = new Set([node]);
    let front = [node];
    for (let depth = 0; depth < reach && front.length > 0; ++depth) {
      const next = [];
      for (const from of front) for (const edge of this.heap.edgesOf(from)) {
        if (seen.has(edge.to) || edge.type === 'weak' || shared.has(edge.name)) continue;
        seen.add(edge.to);
        const found = packageOf(this.scriptOf(edge.to));
        if (found) packages.add(found);
        if (edge.name !== 'context' || !this.isOfFile(edge.to)) next.push(edge.to);
      }
      front = next;
    }
    return packages;
  }
}

/** 'pg' of '…/node_modules/pg/lib/client.js'. */
const packageOf = (script) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(script ?? '')?.[1];
