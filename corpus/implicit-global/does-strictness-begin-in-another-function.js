exports.strict = function () {
  'use strict';
  return 1;
};
exports.sloppy = function () {
  leaked = 1; // leak: implicit-global
};
