module.exports = class Connection {
  // Clears the one before, and starts none when it is told to stop.
  beatEvery(milliseconds) {
    if (this.heartbeat !== undefined) clearInterval(this.heartbeat);
    if (milliseconds > 0) {
      this.heartbeat = setInterval(() => {
        if (this.missed > 3) this.beatEvery(-1);
        this.send('beat');
      }, milliseconds);
    }
  }
};
