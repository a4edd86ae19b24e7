exports.migrate = async (steps, lock) => {
  try {
    await steps.run();
  } catch (failure) {
    try {
      await lock.giveBack();
    } catch {}
    throw failure;
  }
};
