import { EventEmitter } from 'node:events';
export default ({ it, mark }) => {
  const socket = mark(new EventEmitter());
  it.attach(socket);
  socket.emit('close');
};
