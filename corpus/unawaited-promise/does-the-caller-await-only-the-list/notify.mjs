export async function notify(users) {
  return users.map(async (user) => {
    await user.send('hello');
  });
}
export function notifyLater(users) {
  return users.map(async (user) => {
    await user.send('hello');
  });
}
