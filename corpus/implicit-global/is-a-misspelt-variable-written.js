let connections = 0;
exports.connect = function () {
  conections = connections + 1; // leak: implicit-global "conections"
};
