// What a handler does with its failures is the business of who hands it in.
class Drop {
  constructor(options) {
    this.options = options;
  }
  drop(event) {
    this.options.onDrop(event);
  }
}
exports.listen = (target) => {
  const drop = new Drop({ onDrop: async (event) => { await event.save(); } });
  target.addEventListener('drop', (event) => drop.drop(event));
};
