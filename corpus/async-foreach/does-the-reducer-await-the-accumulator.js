exports.inOrder = (tasks) => {
  return tasks.reduce(async (before, task) => {
    await before;
    return task();
  }, Promise.resolve());
};
