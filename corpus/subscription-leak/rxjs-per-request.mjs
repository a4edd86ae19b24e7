import { createServer } from 'node:http';
import { Subject } from 'rxjs';

const prices = new Subject();

createServer((request, response) => {
  prices.subscribe((price) => response.write(String(price))); // leak: subscription-leak
});
