const fs = require('fs');
const state = { visitors: 0 };

function save() {
  fs.writeFileSync('./state.json', JSON.stringify(state)); // leak: blocking-call "for every tick"
}

setInterval(save, 1000);
