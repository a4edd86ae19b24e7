const request = require('request');

// `request` is a module and `get` asks: every call makes another emitter.
module.exports = function (url, done) {
  let asked;
  try {
    asked = request.get({ url, timeout: 5000 });
  } catch (error) {
    return done(error);
  }
  asked.on('response', (answer) => {
    if (answer.headers.length > 5) asked.abort();
  }).on('error', done);
};
