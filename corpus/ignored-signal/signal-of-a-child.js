const { spawn } = require('child_process');

exports.run = (command, signal) => spawn(command, [], { signal });
