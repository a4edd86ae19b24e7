import { notify, notifyLater } from './notify.mjs';
export async function broadcast(users, log) {
  await notify(users); // leak: unawaited-promise
  notifyLater(users); // leak: unawaited-promise
  log('all are told');
}
export async function broadcastWell(users) {
  await Promise.all(await notify(users));
  await Promise.all(notifyLater(users));
}
