// Reads the heap snapshot of a bad case, finds what leaked, and compares how it is retained with what leaklint says.

import { Heap } from './heap.mjs';
import { HeapPaths, isTextOfLife } from './heap_paths.mjs';
import { comparePaths, staticSteps, textOf } from './paths.mjs';

/** What a life is about comes first; its closures, timers and handles speak for it when nothing else is left of it. */
const kindsInOrder = ['view', 'object', 'request', 'response', 'headers', 'connection', 'answer', 'chunk', 'promise',
  'subscription', 'listener', 'interval', 'timeout', 'resource', 'entries', 'closure', 'text'];

/** The different paths of the objects of one kind, without those of a few stragglers. */
function commonPaths(heapPaths, nodes) {
  const byText = new Map();
  for (const node of nodes.slice(-200)) {
    const steps = heapPaths.stepsTo(node);
    if (!steps) continue;
    const text = textOf(steps);
    // Two handles of one kind that different libraries use are two leaks.
    const users = steps[0]?.kind === 'handles' && steps[1]?.node !== undefined ? [...heapPaths.names.packagesAround(steps[1].node)].sort() : [];
    const key = [text, ...users].join(' ');
    if (!byText.has(key)) byText.set(key, { text, steps, count: 0, keepers: [] });
    byText.get(key).count += 1;
    byText.get(key).keepers.push(keeperOf({ steps }));
  }
  const paths = [...byText.values()].sort((one, other) => other.count - one.count);
  return paths.filter(({ count }) => count >= paths[0].count / 5);
}

/**
 * The marked objects that grew, by kind; the texts of lives, with what has such a text for a key; and the closures that
 * the findings name, as they may hold nothing that is marked.
 */
function leakedObjects(heap, heapPaths, grown, entries) {
  const leaked = new Map();
  const add = (kind, node) => leaked.set(kind, [...(leaked.get(kind) ?? []), node]);
  for (const { node, kind } of heap.markedObjects()) if (grown.includes(kind)) add(kind, node);
  for (let node = 0; node < heap.count; ++node) {
    const type = heap.typeOf(node);
    if (type.includes('string') && isTextOfLife(heap.nameOf(node))) add('text', node);
    if (type === 'object' && keysOfLives(heap, node) > 5) add('entries', node);
  }
  const named = new Set(entries.flatMap(({ ours }) => ours ?? []).filter(({ kind }) => kind === 'closure').map(({ text }) => text));
  for (const node of heap.locations.keys())
    if (heap.typeOf(node) === 'closure' && named.has(`closure (${heapPaths.placeOf(node)})`)) add('closure', node);
  if (leaked.get('closure')?.length < 6) leaked.delete('closure');
  return leaked;
}

function keysOfLives(heap, node) {
  let count = 0;
  for (const { type, name } of heap.edgesOf(node)) if (type === 'property' && isTextOfLife(name)) count += 1;
  return count;
}

/** How what leaked is retained, the shortest paths first. */
function candidatesOf(heapPaths, leaked) {
  const candidates = [];
  for (const [kind, nodes] of leaked) {
    for (const common of commonPaths(heapPaths, nodes)) {
      // Of a collection the entries have leaked.
      const steps = kind === 'entries' ? [...common.steps, { kind: 'entry', text: '[…]' }] : common.steps;
      candidates.push({ kind, ...common, steps, text: textOf(steps) });
    }
  }
  const order = ({ kind, steps }) => steps.length * 100 + kindsInOrder.indexOf(kind);
  const isClosing = ({ kind }) => ['listener', 'interval', 'timeout', 'closure', 'text'].includes(kind);
  return candidates.sort((one, other) => isClosing(one) - isClosing(other) || order(one) - order(other));
}

/**
 * What a path cannot do without: the handle that it starts at, or how it enters its last closure, which two events may
 * keep.
 */
function keeperOf({ steps }) {
  if (steps[0]?.kind === 'handles') return steps[0].node;
  const closure = steps.findLast(({ kind }) => kind === 'closure');
  return closure?.entry ?? closure?.node;
}

/**
 * The comparison of each finding's path with the heap's: { finding, heap, difference }, null for equal. What is retained
 * twice has a second path that shows only when the first is looked past: that of another finding, or of a connection
 * that is still open.
 */
export function checkPaths(snapshot, { folder, code, grown, findings }) {
  const heap = new Heap(snapshot);
  const heapPaths = new HeapPaths(heap, folder, code);
  const entries = findings.map((finding) => entryOf(finding, grown));
  const open = () => entries.filter(({ isOutside, ours, difference }) => !isOutside && ours && difference !== null);
  const leaked = leakedObjects(heap, heapPaths, grown, entries);
  const passed = new Set();
  for (let round = 0; round < 4 && open().length > 0; ++round) {
    const candidates = candidatesOf(heapPaths, leaked);
    for (const entry of open()) Object.assign(entry, bestOf(candidates, entry, heapPaths));
    const isExplained = (candidate) => candidate.steps[0]?.kind === 'handles'
      || entries.some(({ heap: path, difference }) => difference === null && path === candidate.text);
    const before = passed.size;
    for (const { keepers } of candidates.filter(isExplained)) for (const node of keepers) if (node !== undefined) passed.add(node);
    if (passed.size === before) break;
    heapPaths.lookPast(passed);
  }
  return entries;
}

/** What the operating system keeps, or Node outside of the heap. */
const heldOutside = new Set(['descriptors', 'urls', 'abandoned', 'handles', 'bytes', 'texts']);

function entryOf(finding, grown) {
  const text = finding.notes.find(({ label }) => label === 'retained')?.text;
  const isOutside = finding.rule === 'resource-leak' && grown.every((gauge) => heldOutside.has(gauge));
  const difference = text ? undefined : 'the finding has no path';
  return { finding, isOutside, static: text, ours: text && staticSteps(text), heap: null, difference };
}

function bestOf(candidates, { ours, heap: first, difference: firstDifference }, heapPaths) {
  for (const { text, steps } of candidates)
    if (comparePaths(ours, steps, heapPaths) === null) return { heap: text, difference: null };
  // What was found before anything was looked past is what the reader is told.
  if (firstDifference !== undefined) return { heap: first, difference: firstDifference };
  const [nearest] = candidates;
  if (!nearest) return { heap: null, difference: 'nothing that leaked is in the heap' };
  return { heap: nearest.text, difference: comparePaths(ours, nearest.steps, heapPaths) };
}
