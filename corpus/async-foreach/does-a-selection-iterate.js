const cheerio = require('cheerio');
exports.load = (html) => {
  const $ = cheerio.load(html);
  $('a').each(async (index, link) => { // leak: async-foreach
    await fetch($(link).attr('href'));
  });
};
