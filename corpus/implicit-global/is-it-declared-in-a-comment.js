/* global config:writable, state */
/* globals other */
exports.set = function (value) {
  config = value;
  state = value;
  other = value;
};
