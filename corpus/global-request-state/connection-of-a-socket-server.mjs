import { createServer } from 'node:net';

let newest;

createServer((socket) => {
  newest = socket; // leak: global-request-state "one connection"
});
