import { EventEmitter } from 'node:events';

const socket = new EventEmitter();
export default ({ it, mark, text }) => {
  const reader = mark(new it.Reader(socket));
  reader.open();
  socket.emit('data', text);
  reader.close();
};
