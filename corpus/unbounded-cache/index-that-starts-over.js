// The list is a stack: its index goes up and down, and the list is as long as the deepest nesting.
const http = require('http');
const names = [];
let depth = 0;

function walk(node) {
  names[depth++] = node.name;
  for (const child of node.children) walk(child);
  depth--;
}

http.createServer((request, response) => {
  walk(JSON.parse(request.headers['x-tree']));
  depth = 0;
  response.end(names.join());
});
