const { Readable } = require('node:stream');
exports.run = async () => {
  await Readable.from([1, 2]).filter(async (id) => id > 1).forEach(async (id) => fetch(`/${id}`));
};
