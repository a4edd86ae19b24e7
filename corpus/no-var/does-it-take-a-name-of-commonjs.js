var exports = module.exports = {}; // leak: no-var "`let` or `const`"
exports.run = () => {};
