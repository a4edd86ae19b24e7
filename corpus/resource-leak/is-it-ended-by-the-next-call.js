// The next call ends the process that the variable holds.
import { fork } from 'node:child_process';

let worker;
export function restart() {
  if (worker) worker.kill('SIGKILL');
  worker = fork('worker.js');
}
