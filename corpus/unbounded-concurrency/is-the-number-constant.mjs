export async function warm() {
  await Promise.all(Array.from({ length: 4 }, () => fetch('/warm')));
  const tasks = [];
  for (let at = 0; at < 4; ++at) tasks.push(fetch('/warm'));
  await Promise.all(tasks);
}
