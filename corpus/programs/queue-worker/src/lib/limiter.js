/** Lets only so many tasks run at a time; the others wait in line. */
class Limiter {
  constructor(most) {
    this.most = most;
    this.running = 0;
    this.waiting = [];
  }

  async run(task) {
    if (this.running >= this.most) await new Promise((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await task();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

module.exports = { Limiter };
