const { Clock } = require('./base');

class Beat extends Clock {
  beat() {
    this.timer = setInterval(() => console.log('beat'), 1000).unref();
  }
  close() {
    super.close();
  }
}
module.exports = { Beat };
