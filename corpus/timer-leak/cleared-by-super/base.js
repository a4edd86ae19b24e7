class Clock {
  close() {
    clearInterval(this.timer);
  }
}
module.exports = { Clock };
