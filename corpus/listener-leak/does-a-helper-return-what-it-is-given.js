// `bind` returns what each call gave it: the tick runs `tick`, and not what other calls of `bind` were given.
function bind(self, run) {
  const bound = run.bind(self);
  bound.original = run;
  return bound;
}

const state = {};
setInterval(bind(state, function tick() {
  this.ticks += 1;
}), 1000);
bind(state, function start() {
  process.on('SIGHUP', () => console.log(this.ticks));
})();
