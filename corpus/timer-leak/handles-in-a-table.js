const kinds = ['messages', 'users'];

class Sweepers {
  constructor(options) {
    this.intervals = {};
    for (const kind of kinds) this.start(kind, options);
  }
  start(name, options) {
    this.intervals[name] = setInterval(() => options.sweep(name), 60000);
  }
  destroy() {
    for (const kind of kinds) {
      if (this.intervals[kind]) clearInterval(this.intervals[kind]);
    }
  }
}

module.exports = Sweepers;
