// The socket is pooled, but destroyed right after the listener is added.
import { request } from 'node:http';

export function drop(url, done) {
  const call = request(url);
  call.on('socket', (socket) => {
    socket.on('close', done);
    socket.destroy();
  });
}
