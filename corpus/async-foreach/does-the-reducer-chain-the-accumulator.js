exports.inOrder = (tasks) => tasks.reduce(async (before, task) => before.then(() => task()), Promise.resolve());
