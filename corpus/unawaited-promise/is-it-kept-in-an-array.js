async function send(user) {
  await user.socket.write('hello');
}
function notify(users) {
  const sent = [];
  for (const user of users) sent.push(send(user)); // leak: unawaited-promise
}
module.exports = notify;
