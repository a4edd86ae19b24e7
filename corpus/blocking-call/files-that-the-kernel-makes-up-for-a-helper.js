const fs = require('fs');
const { join } = require('path');

function number(path) {
  return Number(fs.readFileSync(path, 'utf8'));
}

function traffic(device) {
  const base = '/sys/class/net/' + device + '/statistics/';
  const read = (file) => Number(fs.readFileSync(base + file, 'utf8'));
  return read('rx_bytes') + read('tx_bytes');
}

setInterval(() => {
  console.log(traffic('eth0'), number(join('/proc', 'sys', 'fs', 'file-max')));
}, 10000);
