export const page = true;
// What a page gives to a worker, it has no longer.
const worker = { postMessage: (message, transferred) => transferred.forEach((bitmap) => bitmap.close()) };
export default async ({ it, mark, sleep }) => {
  it.flush(mark(document.createElement('canvas')), worker);
  await sleep(1);
};
