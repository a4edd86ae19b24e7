// Reads a V8 heap snapshot: who retains what. The format is the one that Chrome DevTools loads.

import fs from 'node:fs';

/** Names the edges from one node to another in a set that has nodes too: a negative number is none. */
export const edgeKey = (from, to) => -(from * 2 ** 26 + to);

export class Heap {
  constructor(file) {
    const { snapshot, nodes, edges, strings, locations } = JSON.parse(fs.readFileSync(file, 'utf8'));
    const { meta } = snapshot;
    Object.assign(this, { nodes, edges, strings });
    this.nodeSize = meta.node_fields.length;
    this.edgeSize = meta.edge_fields.length;
    this.nodeTypes = meta.node_types[0];
    this.edgeTypes = meta.edge_types[0];
    this.nodeField = Object.fromEntries(meta.node_fields.map((name, index) => [name, index]));
    this.count = nodes.length / this.nodeSize;
    this.#indexEdges();
    this.#indexLocations(locations, meta.location_fields.length);
  }

  #indexEdges() {
    this.firstEdge = new Uint32Array(this.count + 1);
    for (let node = 0; node < this.count; ++node) {
      const edgeCount = this.nodes[node * this.nodeSize + this.nodeField.edge_count];
      this.firstEdge[node + 1] = this.firstEdge[node] + edgeCount;
    }
  }

  /** Where functions are: node → script id, line and column from 0. */
  #indexLocations(locations, size) {
    this.locations = new Map();
    for (let at = 0; at < locations.length; at += size) {
      const [node, script, line, column] = locations.slice(at, at + size);
      this.locations.set(node / this.nodeSize, { script, line, column });
    }
  }

  nameOf(node) {
    return this.strings[this.nodes[node * this.nodeSize + this.nodeField.name]];
  }

  typeOf(node) {
    return this.nodeTypes[this.nodes[node * this.nodeSize + this.nodeField.type]];
  }

  /** The class of an object; undefined for a text, whose name is what it says. */
  classOf(node) {
    return this.typeOf(node).includes('string') ? undefined : this.nameOf(node);
  }

  /** Calls visit(edge's type, its name or index, the node it leads to) for each edge of a node. */
  *edgesOf(node) {
    for (let edge = this.firstEdge[node]; edge < this.firstEdge[node + 1]; ++edge) {
      const at = edge * this.edgeSize;
      const type = this.edgeTypes[this.edges[at]];
      const raw = this.edges[at + 1];
      const name = type === 'element' || type === 'hidden' ? raw : this.strings[raw];
      yield { type, name, to: this.edges[at + 2] / this.nodeSize };
    }
  }

  /** The value of a string property of an object. */
  textProperty(node, property) {
    for (const edge of this.edgesOf(node))
      if (edge.type === 'property' && edge.name === property) return this.nameOf(edge.to);
    return undefined;
  }

  /** Whether an edge keeps what it leads to. A WeakMap's value is kept by its key, not by the table. */
  #isStrong(from, { type, name }) {
    if (type === 'weak' || type === 'shortcut') return false;
    if (this.nameOf(from) === '(Internalized strings)') return false;  // the table of all names that there are
    const isEntryOfTable = typeof name === 'string' && name.includes('pair in WeakMap');
    return !(isEntryOfTable && this.typeOf(from) === 'array');
  }

  /** Breadth first from the root: for each node the node and edge by which it is reached first, but not through `without`. */
  findShortestPaths(without = new Set()) {
    this.from = new Int32Array(this.count).fill(-1);
    this.through = new Array(this.count);
    const queue = new Uint32Array(this.count);
    let end = 1;
    this.from[0] = 0;
    for (let at = 0; at < end; ++at) {
      const node = queue[at];
      for (const edge of this.edgesOf(node)) {
        if (this.from[edge.to] !== -1 || !this.#isStrong(node, edge)) continue;
        if (without.has(edge.to) || (without.size > 0 && without.has(edgeKey(node, edge.to)))) continue;
        if (this.nameOf(edge.to) === '(Stack roots)') continue;
        this.from[edge.to] = node;
        this.through[edge.to] = edge;
        queue[end++] = edge.to;
      }
    }
  }

  /** The shortest path from the root to a node, as edges with the nodes at both ends; null when nothing retains it. */
  pathTo(node) {
    if (this.from[node] === -1) return null;
    const path = [];
    for (let at = node; at !== 0; at = this.from[at]) path.unshift({ from: this.from[at], ...this.through[at] });
    return path;
  }

  /** The objects that carry a mark, with what it says. */
  *markedObjects() {
    const kinds = new Map();
    for (let node = 0; node < this.count; ++node)
      if (this.nameOf(node) === 'LifeMark' && this.typeOf(node) === 'object') kinds.set(node, this.textProperty(node, 'kind'));
    for (let node = 0; node < this.count; ++node) {
      if (this.typeOf(node) === 'array') continue;
      for (const { type, name, to } of this.edgesOf(node))
        if (kinds.get(to) && type === 'property' && String(name).includes('life')) yield { node, kind: kinds.get(to) };
    }
  }

  /** The source file of each script id, as the shared part of one of its functions tells. */
  scripts() {
    if (this.scriptNames) return this.scriptNames;
    this.scriptNames = new Map();
    for (const [node, { script }] of this.locations) {
      if (this.scriptNames.has(script) || this.typeOf(node) !== 'closure') continue;
      const shared = this.edgeNamed(node, 'shared');
      const source = shared && this.edgeNamed(shared, 'script_or_debug_info');
      if (source) this.scriptNames.set(script, this.nameOf(source).replace(/^file:\/\//, ''));
    }
    return this.scriptNames;
  }

  edgeNamed(node, wanted) {
    for (const { name, to } of this.edgesOf(node)) if (name === wanted) return to;
    return undefined;
  }
}
