import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { EventEmitter } from 'node:events';

const io = new Server(createServer());
const bus = new EventEmitter();

io.on('connection', (socket) => {
  bus.on('news', (news) => socket.emit('news', news)); // leak: listener-leak "for every connection"
  socket.on('ask', () => {
    io.engine.on('headers', () => {}); // leak: listener-leak "for every message"
  });
  const tell = (text: string) => socket.emit('text', text);
  bus.on('text', tell);
  socket.on('disconnect', () => bus.off('text', tell));
});
io.of('/admin').use((socket, next) => {
  socket.on('error', () => {});
  next();
});
