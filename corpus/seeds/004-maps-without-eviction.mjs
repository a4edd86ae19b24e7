import { createServer } from 'node:http';

const byUser = new Map();
const seen = new Set();

createServer((request, response) => {
  byUser.set(request.headers.authorization, request.headers); // leak: unbounded-cache "`byUser`"
  seen.add(request.headers['user-agent']); // leak: unbounded-cache "`seen`"
  response.end();
}).listen(8080);
