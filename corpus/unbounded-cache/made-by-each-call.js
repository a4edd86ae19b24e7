// Each call of the factory makes its own set, which goes with the visitor that it returns.
exports.create = function (context) {
  const reported = new Set();
  return {
    Identifier(node) {
      if (reported.has(node.name)) return;
      reported.add(node.name + node.start); // leak: unbounded-cache (false alarm)
      context.report(node);
    },
    Program(node) {
      reported.add(node); // leak: unbounded-cache (false alarm)
    },
  };
};
