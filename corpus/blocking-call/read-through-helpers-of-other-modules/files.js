const { readFileSync } = require('node:fs');

exports.load = (path) => JSON.parse(readFileSync(path, 'utf8')); // leak: blocking-call "for every request"
