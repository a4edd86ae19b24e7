/** A function that runs tasks, but no more than `most` at a time. */
export function limit(most) {
  const waiting = [];
  let running = 0;

  const next = () => {
    running -= 1;
    waiting.shift()?.();
  };

  return async (task) => {
    if (running >= most) await new Promise((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await task();
    } finally {
      next();
    }
  };
}
