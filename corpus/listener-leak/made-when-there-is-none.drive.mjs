import { once } from 'node:events';

export const files = { 'mail.js': 'process.on("message", () => {});' };
// The case leaves out who fills its table of instances.
const mail = { file: 'mail.js' };
export const before = () => Object.defineProperty(Object.prototype, 'mail', { value: mail, configurable: true });
let job;
export const started = async (it, world) => {
  [job] = Object.values((await world.import('node-schedule')).default.scheduledJobs);
};
// At first each life has a child of its own; the last one stays.
export default async ({ number }) => {
  if (number > 0 && number < 8) {
    mail.child.kill();
    await once(mail.child, 'exit');
  }
  job.invoke();
};
export const measure = () => ({ listeners: mail.child.listenerCount('exit') });
