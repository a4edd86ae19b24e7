import { createServer } from 'node:http';

const forever = new Promise(() => {});

createServer((request, response) => {
  const stop = () => response.destroy();
  process.on('SIGTERM', stop); // leak: listener-leak (missed)
  forever.finally(() => process.off('SIGTERM', stop));
  response.end();
});
