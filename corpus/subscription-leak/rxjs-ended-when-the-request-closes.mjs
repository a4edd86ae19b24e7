import { createServer } from 'node:http';
import { Subject } from 'rxjs';

const prices = new Subject();

createServer((request, response) => {
  const subscription = prices.subscribe((price) => response.write(String(price)));
  response.on('close', () => subscription.unsubscribe());
});
