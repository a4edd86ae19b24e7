const { setTimeout: sleep } = require('timers/promises');

exports.consume = async function consume(queue) {
  while (true) {
    const tooLate = sleep(1000);
    const job = await Promise.race([queue.next(), tooLate]);
    if (!job) return;
  }
};
