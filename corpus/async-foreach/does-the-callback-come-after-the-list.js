const { forEach } = require('p-iteration');
exports.run = async (urls) => {
  await forEach(urls, async (url) => fetch(url));
};
