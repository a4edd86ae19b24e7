class Clock {
  close() {
    clearInterval(this.other);
  }
}
module.exports = { Clock };
