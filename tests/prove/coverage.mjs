// Which code of a case ran while it was proved: of code that never ran nothing is proved.

import fs from 'node:fs';
import inspector from 'node:inspector';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Calls by which something is held. */
const holding = /\.(?:on|once|addListener|prependListener|addEventListener|subscribe|observe|set|push|add|watch)\(|\b(?:setInterval|setTimeout|openSync|createServer)\(/g;

export class Coverage {
  #session = new inspector.Session();

  /** Counts how often all code is run from now on. */
  start() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /**
   * Ends the counting, as V8 keeps more than usual meanwhile. Returns where code in a folder's files never ran: the file,
   * line and column from 0 of each line's beginning and of each call by which something is held.
   */
  end(folder) {
    let scripts = [];
    this.#session.post('Profiler.takePreciseCoverage', (failure, answer) => { scripts = answer?.result ?? []; });
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
    return scripts.flatMap(({ url, functions }) => {
      const file = url.startsWith('file://') ? fileURLToPath(url) : url;
      const below = path.relative(folder, file);
      if (!path.isAbsolute(file) || below.startsWith('..') || below.includes('node_modules')) return [];
      return idleIn(fs.readFileSync(file, 'utf8'), functions.flatMap(({ ranges }) => ranges)).map((at) => ({ file: below, ...at }));
    });
  }
}

/** How often the code at an offset ran: as the smallest range says that has it. */
function countAt(ranges, offset) {
  const around = ranges.filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset);
  around.sort((one, other) => (one.endOffset - one.startOffset) - (other.endOffset - other.startOffset));
  return around[0]?.count ?? 1;
}

function idleIn(text, ranges) {
  const idle = [];
  let start = 0;
  text.split('\n').forEach((content, line) => {
    const add = (column, isHolding) => {
      if (countAt(ranges, start + column) === 0) idle.push({ line, column, isHolding });
    };
    if (content.trim()) add(content.search(/\S/), false);
    for (const { index } of content.replace(/\/\/.*/, '').matchAll(holding)) add(index, true);
    start += content.length + 1;
  });
  return idle;
}
