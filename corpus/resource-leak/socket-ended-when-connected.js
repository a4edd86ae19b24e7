const net = require('net');

exports.isOpen = (port) =>
  new Promise((resolve) => {
    const probe = net.connect(port);
    probe.once('connect', () => {
      probe.end();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
