#!/usr/bin/env node
'use strict';
const { spawn } = require('node:child_process');
const { binaryPath } = require('./binary.js');

function fail(message) {
  console.error(`leaklint: ${message}`);
  process.exit(2);
}

let binary;
try {
  binary = binaryPath();
} catch ({ message }) {
  fail(message);
}
const child = spawn(binary, process.argv.slice(2), { stdio: 'inherit' });
child.on('error', ({ message }) => fail(`cannot run ${binary}: ${message}`));
// A terminal sends these to both; an editor or a supervisor only to this process, and means the program.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
