import chokidar from 'chokidar';
import cron from 'node-cron';
import schedule from 'node-schedule';
import { CronJob } from 'cron';
import { createServer } from 'node:http';

cron.schedule('* * * * *', () => {});
chokidar.watch('.').on('change', () => {});

createServer((request, response) => {
  chokidar.watch(request.url).on('change', () => response.write('changed')); // leak: resource-leak "a file watcher"
});
createServer((request, response) => {
  cron.schedule('* * * * *', () => response.write('tick')); // leak: resource-leak "a scheduled task"
  schedule.scheduleJob('* * * * *', () => response.write('tick')); // leak: resource-leak "a scheduled job"
});
createServer((request, response) => {
  const job = new CronJob('* * * * *', () => response.write('tick'));
  job.start(); // leak: resource-leak "a cron job"
});
export function register(jobs: Map<string, CronJob>, name: string) {
  const job = new CronJob('* * * * *', () => {});
  jobs.set(name, job);
  job.start();
}
createServer((request, response) => {
  const watcher = chokidar.watch(request.url);
  const task = cron.schedule('* * * * *', () => response.write('tick'));
  const job = schedule.scheduleJob('* * * * *', () => response.write('tick'));
  response.on('close', () => {
    watcher.close();
    task.stop();
    job.cancel();
  });
});
