// What grows is the list of listeners. The table lives as long as the module, with or without them.
const http = require('http');
const { EventEmitter } = require('events');
const feed = new EventEmitter();
const table = new Array(10000).fill('row');

function handle(request, response) {
  feed.on('row', () => { // leak: listener-leak "`feed` keeps one more 'row' listener for every request"
    console.log(table.length);
  });
  response.end();
}

http.createServer(handle).listen(8080);
