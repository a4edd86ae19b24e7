const http = require('http');
const options = JSON.parse(process.env.OPTIONS);
const trail = [];

http.createServer((request, response) => {
  if (options.devtools) trail.push(request.url); // leak: unbounded-cache
  response.end();
});

exports.note = function (entry) {
  if (options.debug) trail.push({ entry, at: Date.now() }); // leak: unbounded-cache (false alarm)
};
