// What keeps calls from overlapping, and what belongs to one request, keeps nothing from coming again.
const http = require('http');
let busy = false;
const isBusy = () => busy;
const begin = () => {
  busy = true;
};
const end = () => {
  busy = false;
};

function overlapping() {
  if (isBusy()) return;
  begin();
  process.on('exit', () => {}); // leak: listener-leak "for every request"
  end();
}
function onRequest(request) {
  if (request.seen) return;
  request.seen = true;
  process.on('exit', () => console.log(request.url)); // leak: listener-leak "for every request"
}

http.createServer((request, response) => {
  overlapping();
  onRequest(request);
  response.end();
});
