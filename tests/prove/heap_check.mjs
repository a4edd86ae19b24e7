// Reads the heap snapshot of a bad case, finds what leaked, and compares how it is retained with what leaklint says.

import { Heap } from './heap.mjs';
import { HeapPaths, comparePaths, staticSteps, textOf } from './paths.mjs';

/** What a life is about comes first; its closures, timers and handles speak for it when nothing else is left of it. */
const kindsInOrder = ['view', 'object', 'request', 'response', 'headers', 'connection', 'answer', 'chunk', 'promise',
  'subscription', 'listener', 'interval', 'timeout', 'resource', 'text'];

/** The different paths of the objects of one kind, without those of a few stragglers. */
function commonPaths(heapPaths, nodes) {
  const byText = new Map();
  for (const node of nodes.slice(-80)) {
    const steps = heapPaths.stepsTo(node);
    if (!steps) continue;
    const text = textOf(steps);
    if (!byText.has(text)) byText.set(text, { text, steps, count: 0 });
    byText.get(text).count += 1;
  }
  const paths = [...byText.values()].sort((one, other) => other.count - one.count);
  return paths.filter(({ count }) => count >= paths[0].count / 5);
}

function leakedObjects(heap, grown) {
  const leaked = new Map();
  const add = (kind, node) => leaked.set(kind, [...(leaked.get(kind) ?? []), node]);
  for (const { node, kind } of heap.markedObjects()) if (grown.includes(kind)) add(kind, node);
  if (leaked.size > 0) return leaked;
  for (let node = 0; node < heap.count; ++node)
    if (heap.typeOf(node).includes('string') && /^.{0,60}?-\d+-x{9}/.test(heap.nameOf(node))) add('text', node);
  return leaked;
}

/** The comparison of each finding's path with the heap's: { finding, heap, difference }, null for equal. */
export function checkPaths(snapshot, { folder, code, grown, findings }) {
  const heap = new Heap(snapshot);
  const heapPaths = new HeapPaths(heap, folder, code);
  const candidates = [];
  for (const [kind, nodes] of leakedObjects(heap, grown)) {
    for (const common of commonPaths(heapPaths, nodes)) candidates.push({ kind, ...common });
  }
  const order = ({ kind, steps }) => steps.length * 100 + kindsInOrder.indexOf(kind);
  const isClosing = ({ kind }) => ['listener', 'interval', 'timeout'].includes(kind);
  candidates.sort((one, other) => isClosing(one) - isClosing(other) || order(one) - order(other));
  return findings.map((finding) => {
    const text = finding.notes.find(({ label }) => label === 'retained')?.text;
    if (!text) return { finding, heap: candidates[0]?.text ?? null, difference: 'the finding has no path' };
    const ours = staticSteps(text);
    const compared = candidates.map((candidate) => ({
      text: candidate.text, difference: comparePaths(ours, candidate.steps, heapPaths),
    }));
    const best = compared.find(({ difference }) => difference === null) ?? compared[0];
    return { finding, static: text, heap: best?.text ?? null, difference: best ? best.difference : 'nothing that leaked is in the heap' };
  });
}
