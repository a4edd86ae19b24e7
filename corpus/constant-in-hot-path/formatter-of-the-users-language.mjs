import { createServer } from 'node:http';

createServer((request, response) => {
  const number = new Intl.NumberFormat(request.headers['accept-language']);
  response.end(number.format(1e6));
}).listen(3000);
