const expected = 'ready';
const actual = `rea${'dy'}`;
module.exports = actual == expected; // leak: loose-equality "strings"
