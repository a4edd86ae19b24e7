// Each life is a turn of the loop: the queue hands out one more job.
let give = () => {};
const queue = { next: () => new Promise((resolve) => { give = resolve; }) };
const closed = new Promise(() => {});
export const started = (it) => { it.consume(queue, closed); };
export default async ({ mark, sleep }) => {
  give(mark({ job: true }, 'object'));
  await sleep(0);
};
