const cheerio = require('cheerio');
exports.load = (html) => {
  const $ = cheerio.load(html);
  $('a').each(async (index, link) => { // leak: async-foreach
    await fetch($(link).attr('href'));
  });
};
exports.loadFirst = ($) => {
  $('a').first().each(async (index, link) => fetch(link.href)); // leak: async-foreach
  $.each([1, 2], async (index, id) => fetch(`/${id}`)); // leak: async-foreach
};
