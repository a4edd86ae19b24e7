export const page = true;
export default async ({ it, mark, sleep }) => {
  it.hideWide(mark(document.createElement('canvas')));
  await sleep(1);
};
