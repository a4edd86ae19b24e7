/* eslint-env mocha */
describe = null;
exports.run = () => describe;
