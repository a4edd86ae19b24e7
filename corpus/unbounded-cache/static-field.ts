import { createServer } from 'node:http';

class Sessions {
  static all = new Map<string, object>();
}

createServer((request, response) => {
  Sessions.all.set(String(request.headers.cookie), request.headers); // leak: unbounded-cache "`Sessions.all`"
  response.end();
});
