// Whoever reads it has to do without after a minute anyway.
exports.remember = async (redis, key, text, log) => {
  try {
    await redis.set(key, text, 'EX', 60);
  } catch (error) {
    log.error(error);
  }
};
exports.keep = async (redis, key, text, log) => {
  try {
    await redis.set(key, text);
  } catch (error) { // leak: swallowed-error
    log.error(error);
  }
};
