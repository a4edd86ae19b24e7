import { nextTick } from 'node:process';
import http from 'node:http';
async function save() {
  await fetch('/save', { method: 'POST' });
}
setImmediate(async () => { // leak: unawaited-promise "drops the promise"
  await save();
});
queueMicrotask(async () => { // leak: unawaited-promise
  await save();
});
nextTick(save); // leak: unawaited-promise
setImmediate(() => save().catch(console.error));
http.createServer(async (request, response) => { // leak: unawaited-promise "`http.createServer(…)` drops the promise"
  await save();
  response.end();
});
http.createServer(async (request, response) => {
  try {
    await save();
    response.end();
  } catch {
    response.writeHead(500).end();
  }
});
