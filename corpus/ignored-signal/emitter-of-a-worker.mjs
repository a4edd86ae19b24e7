import { Worker } from 'node:worker_threads';

const worker = new Worker('setInterval(() => {}, 1e6)', { eval: true });

export function follow(view, signal) {
  worker.on('message', () => view.update(), { signal }); // leak: ignored-signal
}
