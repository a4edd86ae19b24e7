import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';

// As in a worker: messages come by `parentPort`.
const { port1: worker, port2: main } = new workerThreads.MessageChannel();
export const before = () => {
  workerThreads.parentPort = worker;
  syncBuiltinESMExports();
};
export default async ({ sleep, text }) => {
  main.postMessage({ command: 'startLogging', data: { text } });
  main.postMessage({ command: 'follow', data: { text } });
  await sleep(1);
};
