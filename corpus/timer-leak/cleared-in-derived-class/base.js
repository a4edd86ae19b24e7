class Clock {
  beat() {
    this.timer = setInterval(() => console.log('beat'), 1000);
  }
}
module.exports = { Clock };
