const http = require('http');
const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();

http.createServer((request, response) => {
  storage.run({ request }, () => response.end(storage.getStore().request.url));
});
