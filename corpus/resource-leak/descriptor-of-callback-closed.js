const fs = require('fs');

exports.touch = function touch(name, done) {
  fs.open(name, 'a', (error, descriptor) => {
    if (error) return done(error);
    fs.write(descriptor, '.', () => fs.close(descriptor, done));
  });
};
