import { parentPort } from 'node:worker_threads';

parentPort?.on('message', async ({ command, data }) => {
  switch (command) {
    case 'startLogging':
      setInterval(() => data.rotate(), 5000); // leak: timer-leak (low)
      break;
    case 'follow':
      setInterval(() => data.poll(), 5000); // leak: timer-leak
      break;
  }
});
