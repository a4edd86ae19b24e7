const elsewhere = { port: 1, host: 'elsewhere.test' };

function closed(channel) {
  return new Promise((resolve) => channel.socket.on('close', resolve));
}

// Now and then the shared connection fails, and another one is made.
export default async ({ it, mark, number }) => {
  const channel = mark(it.open(elsewhere));
  channel.socket.on('connect', () => channel.socket.destroy());
  await closed(channel);
  const shared = mark(it.shared(elsewhere));
  if (number % 4 !== 3) return;
  shared.socket.destroy(new Error('reset'));
  await closed(shared);
};
