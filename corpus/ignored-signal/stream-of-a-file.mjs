import { createWriteStream } from 'node:fs';

const log = createWriteStream('access.log');

export function follow(view, signal) {
  log.once('drain', () => view.update(), { signal }); // leak: ignored-signal
}
