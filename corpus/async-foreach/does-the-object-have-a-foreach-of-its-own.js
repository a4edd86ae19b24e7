const list = {
  items: [],
  async forEach(visit) {
    for (const item of this.items) await visit(item);
  },
};
exports.run = () => list.forEach(async (item) => item.run());
