const http = require('http');
const state = { user: null };

http.createServer((request, response) => {
  state.user = request.headers.authorization; // leak: global-request-state "`state.user`"
  response.end();
});
