export default ({ it, mark }) => new Promise((resolve) => {
  const channel = mark(it.open({ port: 1, host: 'elsewhere.test' }));
  channel.socket.on('close', resolve);
  channel.socket.on('connect', () => channel.socket.destroy());
});
