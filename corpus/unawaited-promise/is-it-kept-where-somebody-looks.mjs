async function send(mail) {
  await fetch('/mails', { method: 'POST', body: mail });
}
const state = {};
let last;
const byId = new Map();
const outbox = [];
export function deliver(id, mail) {
  state.delivery = send(mail);
  last = send(mail);
  byId.set(id, send(mail));
  outbox.push(send(mail));
}
export async function settle(id) {
  await Promise.allSettled([state.delivery, last, byId.get(id), ...outbox]);
}
