const chokidar = require('chokidar');
const cron = require('node-cron');
const schedule = require('node-schedule');
const http = require('http');

const tariffs = chokidar.watch('tariffs');
const nightly = cron.schedule('0 3 * * *', () => console.log('night'));
schedule.scheduleJob('0 12 * * *', () => console.log('noon'));
tariffs.on('change', (name) => console.log(name));

http.createServer((request, response) => {
  const watcher = chokidar.watch('inbox');
  watcher.on('add', (name) => response.write(name));
  response.on('close', () => watcher.close());
});
process.once('SIGTERM', () => {
  nightly.stop();
  tariffs.close();
});
