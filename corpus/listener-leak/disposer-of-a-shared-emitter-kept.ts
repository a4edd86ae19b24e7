// Each caller keeps what takes the listener back, hands it on, removes the listener itself, or runs once.
import { createServer } from 'node:http';
import { EventEmitter } from 'node:events';

const orders = new EventEmitter();

function follow(handler: (id: string) => void): () => void {
  orders.on('order', handler);
  return () => orders.off('order', handler);
}

const followQuietly = (handler: (id: string) => void) => follow((id) => handler(id));

follow((id) => console.log(id));

createServer((request, response) => {
  const undo = [follow((id) => response.write(id)), followQuietly((id) => response.write(id))];
  response.on('close', () => undo.forEach((step) => step()));
});
createServer((request, response) => {
  const tell = (id: string) => response.write(id);
  follow(tell);
  response.on('close', () => orders.off('order', tell));
});
createServer((request, response) => {
  response.on('close', follow((id) => response.write(id)));
});
