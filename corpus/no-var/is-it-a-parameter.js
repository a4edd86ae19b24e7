module.exports = (first, { second } = {}, ...rest) => [first, second, rest];
