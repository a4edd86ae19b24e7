exports.run = function () {
  'use strict';
  total = 1;
};
