// `ready` runs whatever it is given; this callback is given to it once, by start-up code.
import { createServer } from 'node:http';

const server = createServer();
const starting = server.listen(3000);
starting.whenReady = function whenReady(callback) {
  queueMicrotask(() => callback(server));
};
export function ready(callback) {
  starting.whenReady(callback);
}

ready(() => {
  server.on('error', (error) => console.error(error));
});
