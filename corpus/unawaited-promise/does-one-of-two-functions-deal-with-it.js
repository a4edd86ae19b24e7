// Which of the two runs is not known, and one of them fails in silence.
class Careful {
  async run(action) {
    try {
      await action();
    } catch (error) {
      this.last = error;
    }
  }
}
class Bold {
  async run(action) {
    await action();
  }
}
module.exports = function click(action, isCareful) {
  const runner = isCareful ? new Careful() : new Bold();
  runner.run(action); // leak: unawaited-promise (low)
};
