const { load } = require('./files');

exports.textsOf = function textsOf(language) {
  return load(`./texts/${language}.json`); // because: blocking-call
};
