import { io } from 'socket.io-client';
import { createServer } from 'node:http';

const upstream = io('https://upstream.test');
upstream.on('connect', () => {});

createServer((request, response) => {
  upstream.on('answer', (answer) => response.end(answer)); // leak: listener-leak "for every request"
  const fail = () => response.end();
  upstream.on('fail', fail);
  response.on('close', () => upstream.off('fail', fail));
});
