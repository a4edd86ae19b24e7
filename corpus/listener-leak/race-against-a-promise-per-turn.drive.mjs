// Each life is a turn of the loop: the queue hands out one more job.
let give = () => {};
const queue = { next: () => new Promise((resolve) => { give = resolve; }) };
export const started = (it) => { it.consume(queue); };
export default async ({ mark, sleep }) => {
  give(mark({ job: true }, 'object'));
  await sleep(0);
};
