const fs = require('fs');

setInterval(() => {
  const [free] = fs.readFileSync('/proc/meminfo', 'utf8').match(/MemFree:.*/);
  console.log(free);
}, 10000);
