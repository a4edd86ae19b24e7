export default async ({ it, sleep }) => {
  await it.isOpen(6379);
  await sleep(2);
};
