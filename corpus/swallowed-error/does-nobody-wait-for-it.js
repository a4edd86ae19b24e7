const { EventEmitter } = require('node:events');
const jobs = new EventEmitter();
jobs.on('job', async (job) => {
  try {
    await job.run();
  } catch (error) {
    console.error(error);
  }
});
async function poll(client) {
  try {
    await client.refresh();
  } catch (error) {
    console.error(error);
  }
}
function start(client) {
  setInterval(() => {
    poll(client);
  }, 1000);
}
module.exports = { jobs, start };
