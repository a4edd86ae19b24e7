async function notify(users) {
  const sent = users.map(async (user) => { // leak: unawaited-promise
    await user.send('hello');
  });
  console.log(`${sent.length} messages`);
}
module.exports = notify;
