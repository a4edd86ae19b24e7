async function send(mail) {
  await fetch('/mails', { method: 'POST', body: mail });
}
const state = { count: 0 };
let last;
const byId = new Map();
const seen = new Set();
const outbox = [];
export function deliver(id, mail) {
  state.delivery = send(mail); // leak: unawaited-promise "kept in `state.delivery`"
  state.count += 1;
  last = send(mail); // leak: unawaited-promise "kept in `last`"
  byId.set(id, send(mail)); // leak: unawaited-promise "kept in `byId`"
  seen.add(send(mail)); // leak: unawaited-promise "kept in `seen`"
  outbox.push(send(mail)); // leak: unawaited-promise "kept in `outbox`"
  return state.count;
}
