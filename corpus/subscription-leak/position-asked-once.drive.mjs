export const page = true;
export default async ({ it, view, sleep }) => {
  it.find(view());
  await sleep(1);
};
