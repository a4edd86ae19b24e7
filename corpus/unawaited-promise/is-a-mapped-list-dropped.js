async function notify(users) {
  users.map(async (user) => { // leak: unawaited-promise "Nobody awaits the promises"
    await user.send('hello');
  });
}
module.exports = notify;
