// The variable lives as long as the module; the child it holds is another one each time.
const { spawn } = require('child_process');

let child = null;

exports.restart = function restart(command) {
  child = spawn(command);
  child.on('exit', (code) => console.log(command, code));
  child.stdout.on('data', (chunk) => process.stdout.write(chunk));
};
