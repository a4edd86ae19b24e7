// a == b is only prose here, and below it is data
const operators = ['==', '!=', `a == b`, /a == b|c != d/];
module.exports = operators;
