import { EventEmitter } from 'node:events';

// The case leaves out who fills the server's sockets and how it searches, and keeps the server to itself.
const socket = Object.assign(new EventEmitter(), { bind: (port, bound) => setImmediate(bound) });
export const before = () => Object.defineProperty(Object.prototype, 'sockets', {
  configurable: true,
  set(sockets) {
    const isServer = Object.hasOwn(this, 'started');
    const value = isServer ? { first: socket } : sockets;
    Object.defineProperty(this, 'sockets', { value, writable: true, enumerable: true, configurable: true });
    if (isServer) Object.assign(this, { search() {}, receive() {} });
  },
});
export const started = () => delete Object.prototype.sockets;
export default async ({ sleep }) => {
  await sleep(10);
  socket.emit('message', 'hello');
};
export const measure = () => ({ listeners: socket.listenerCount('message') });
