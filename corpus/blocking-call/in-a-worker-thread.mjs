import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';

parentPort.on('message', (path) => {
  parentPort.postMessage(gzipSync(readFileSync(path)));
});
