// A number read off the request holds nothing of it.
const http = require('http');
let longest = 0;

http.createServer((request, response) => {
  longest = Math.max(longest, request.url.length);
  response.end(String(longest));
});
