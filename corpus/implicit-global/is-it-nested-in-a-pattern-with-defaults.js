exports.read = function (options) {
  ({ limits: { max = 10, ...rest } = {} } = options); // leak: implicit-global "max" // leak: implicit-global "rest"
  return [max, rest];
};
