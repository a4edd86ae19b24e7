export default async ({ it, mark, sleep }) => {
  const connection = mark(new it.Connection(6379));
  await sleep(2);
  connection.socket.destroy();
};
