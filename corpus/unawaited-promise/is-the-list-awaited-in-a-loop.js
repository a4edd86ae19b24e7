async function send(user) {
  await user.socket.write('hello');
}
async function notify(users) {
  const sent = users.map((user) => send(user));
  for (const one of sent) await one;
  const more = [];
  for (const user of users) more.push(send(user));
  await Promise.allSettled(more);
}
module.exports = notify;
