const blanks = [''];

exports.indent = function (depth) {
  while (blanks.length <= depth) blanks.push(blanks[blanks.length - 1] + ' ');
  return blanks[depth];
};
