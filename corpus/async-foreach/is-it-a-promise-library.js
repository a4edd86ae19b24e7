const Bluebird = require('bluebird');
exports.run = async (urls) => {
  await Bluebird.each(urls, async (url) => fetch(url));
  return Bluebird.filter(urls, async (url) => (await fetch(url)).ok);
};
