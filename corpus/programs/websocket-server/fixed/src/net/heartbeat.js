import { heartbeatEvery } from '../config.js';

const alive = new WeakSet();

/** Asks all sockets of a server whether they are there, and ends those that did not answer the last time. */
export function watchAll(server) {
  const beat = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) {
        socket.terminate();
        continue;
      }
      alive.delete(socket);
      socket.ping();
    }
  }, heartbeatEvery);
  server.on('close', () => clearInterval(beat));
}

export function noteLife(socket) {
  alive.add(socket);
  socket.on('pong', () => alive.add(socket));
}

/** Measures how long this socket takes to answer, as long as it is open. */
export function measureDelay(socket, tell) {
  let askedAt = 0;
  const timer = setInterval(() => {
    askedAt = performance.now();
    socket.ping();
  }, heartbeatEvery);
  socket.on('pong', () => tell(performance.now() - askedAt));
  socket.on('close', () => clearInterval(timer));
}
