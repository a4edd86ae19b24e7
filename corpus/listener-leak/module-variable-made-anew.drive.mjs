export default async ({ it, sleep }) => {
  it.restart('true');
  await sleep(20);
};
