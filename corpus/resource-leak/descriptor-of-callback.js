const fs = require('fs');

exports.touch = function touch(name, done) {
  fs.open(name, 'a', (error, descriptor) => { // leak: resource-leak
    if (error) return done(error);
    fs.write(descriptor, '.', done);
  });
};
