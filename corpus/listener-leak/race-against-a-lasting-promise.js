// `closed` may stay pending for days, and keeps a reaction for each turn.
exports.consume = async function consume(queue, closed) {
  for (;;) {
    const job = await Promise.race([queue.next(), closed]); // leak: listener-leak
    if (!job) return;
  }
};
