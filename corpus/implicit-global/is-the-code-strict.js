'use strict';
// Strict code throws a ReferenceError here: a failure, not a leak.
exports.run = function () {
  total = 1;
};
