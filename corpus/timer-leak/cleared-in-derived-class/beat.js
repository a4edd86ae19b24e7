const { Clock } = require('./base');

class Beat extends Clock {
  stop() {
    clearInterval(this.timer);
  }
}
module.exports = { Beat };
