import { createWriteStream } from 'node:fs';
import path from 'node:path';

import { transcriptFolder } from '../config.js';

let next = 0;

/** Writes down what a person hears, for those who asked for it. */
export function startTranscript(name) {
  const file = path.join(transcriptFolder, `${path.basename(name)}-${++next}.txt`);
  const stream = createWriteStream(file);
  stream.on('error', () => stream.destroy());
  return {
    write: (line) => stream.write(`${line}\n`),
    stop: () => stream.end(),
  };
}
