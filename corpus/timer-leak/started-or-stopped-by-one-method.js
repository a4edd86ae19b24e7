module.exports = class Advert {
  countDown(isRunning) {
    if (!isRunning) {
      clearInterval(this.timer);
      return;
    }
    this.timer = setInterval(() => this.show(this.left()), 100);
  }
};
