const { fork } = require('child_process');
const schedule = require('node-schedule');
const instances = {};

function startInstance(id) {
  const one = instances[id];
  if (!one.child) {
    try {
      one.child = fork(one.file);
    } catch (error) {
      delete one.child;
    }
    if (one.child) one.child.on('exit', () => { one.child = null; });
  }
}

schedule.scheduleJob('* * * * *', () => startInstance('mail'));
