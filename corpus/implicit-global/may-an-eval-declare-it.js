exports.run = function (code) {
  eval(code);
  result = 1;
};
