// One after the other, whoever asks.
exports.run = async (connection, statements) => {
  await Promise.all(statements.map((statement) => connection.query(statement))); // leak: unbounded-concurrency (low)
};
