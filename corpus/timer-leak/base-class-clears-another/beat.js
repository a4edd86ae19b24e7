const { Clock } = require('./base');

class Beat extends Clock {
  beat() {
    this.timer = setInterval(() => console.log('beat'), 1000).unref(); // leak: timer-leak
  }
}
module.exports = { Beat };
