import { EventEmitter } from 'node:events';

let server;
export const before = async (world) => {
  const sockjs = (await world.import('sockjs')).default;
  const make = sockjs.createServer;
  sockjs.createServer = (options) => (server = make(options));
};
export default ({ mark, text }) => {
  const connection = mark(Object.assign(new EventEmitter(), { write() {} }), 'connection');
  server.emit('connection', connection);
  connection.emit('data', text);
  connection.emit('close');
};
