const http = require('http');
const { claim, isInstalled, noteInstalled } = require('./state');
const patched = Symbol.for('patched');
const state = { ready: false };

function isReady() {
  return state.ready;
}
function makeReady() {
  state.ready = true;
}

function byNote() {
  if (isInstalled()) return;
  noteInstalled();
  process.on('exit', () => {});
}
function byClaim() {
  if (!claim()) return;
  process.on('exit', () => {});
}
function byField() {
  if (!isReady()) {
    process.on('exit', () => {});
    makeReady();
  }
}
function bySymbol() {
  if (globalThis[patched]) return;
  globalThis[patched] = true;
  process.on('exit', () => {});
}

http.createServer((request, response) => {
  byNote();
  byClaim();
  byField();
  bySymbol();
  response.end();
});
