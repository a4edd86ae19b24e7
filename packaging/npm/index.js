'use strict';
const { spawn } = require('node:child_process');
const { binaryPath } = require('./binary.js');

const flags = {
  config: (file) => ['--config', file],
  preset: (name) => ['--preset', name],
  rules: (rules) => Object.entries(rules).flatMap(([id, severity]) => ['--rule', `${id}=${severity}`]),
  confidence: (least) => ['--confidence', least],
  ignore: (is) => (is ? [] : ['--no-ignore']),
  baseline: (file) => (file === false ? ['--no-baseline'] : ['--baseline', file]),
  diff: (revision) => ['--diff', revision],
  staged: (is) => (is ? ['--staged'] : []),
  threads: (count) => ['--threads', `${count}`],
  cache: (folder) => (folder === false ? ['--no-cache'] : ['--cache-dir', folder]),
};

function words({ cwd, signal, ...options }) {
  return Object.entries(options).flatMap(([name, value]) => {
    if (!Object.hasOwn(flags, name)) throw new TypeError(`unknown option '${name}'; known are cwd, signal, ${Object.keys(flags).join(', ')}`);
    return value === undefined ? [] : flags[name](value);
  });
}

/** Runs the program; what it says on standard error is the error when it does not come to a report. */
function report(line, { cwd, signal }, text) {
  return new Promise((resolve, reject) => {
    const child = spawn(binaryPath(), ['check', '--format', 'json', '--fail-on', 'never', '--color', 'never', ...line], { cwd, signal, windowsHide: true });
    const [output, errors] = [child.stdout, child.stderr].map((stream) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      return () => Buffer.concat(chunks).toString();
    });
    child.on('error', reject);
    child.on('close', (code, killer) => {
      if (code === 0) resolve(JSON.parse(output()));
      else reject(new Error(errors().trim() || `leaklint ended with ${killer ?? code}`));
    });
    // A program that fails before it has read everything says why on standard error.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}

exports.binaryPath = binaryPath;

exports.check = async function check(paths = [], options = {}) {
  const list = typeof paths === 'string' ? [paths] : paths;
  return report([...words(options), '--', ...list], options);
};

exports.checkText = async function checkText(text, filename, options = {}) {
  return report([...words(options), '--stdin-filename', filename], options, text);
};
