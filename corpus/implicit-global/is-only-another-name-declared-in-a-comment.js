/* global $, other */
exports.find = function (selector) {
  found = $(selector); // leak: implicit-global "found"
  other = found;
};
