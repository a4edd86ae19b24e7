exports.split = function (line) {
  [head, tail] = line.split('='); // leak: implicit-global "head" // leak: implicit-global "tail"
  return { head: head, tail: tail };
};
