async function send(user) {
  await user.socket.write('hello');
}
export function notify(users, log) {
  const sent = users.map(send);
  sent.forEach((one) => one.catch(log));
}
