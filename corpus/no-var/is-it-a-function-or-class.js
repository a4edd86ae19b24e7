function run() {}
class Runner {}
module.exports = { run, Runner };
