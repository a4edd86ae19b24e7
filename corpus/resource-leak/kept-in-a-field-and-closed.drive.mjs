export default async ({ it, mark, sleep }) => {
  const session = mark(new it.Session());
  session.open();
  await sleep(2);
  session.close();
};
