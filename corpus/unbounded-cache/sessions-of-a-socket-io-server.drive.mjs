let connect;
export const started = async (it, world) => {
  const { io } = await world.import('socket.io-client');
  connect = () => io(`http://127.0.0.1:${world.portOf('http')}`, { forceNew: true, reconnection: false, transports: ['websocket'] });
};
export default () => new Promise((resolve) => {
  const socket = connect();
  socket.on('connect', () => setTimeout(() => socket.close(), 5));
  socket.on('disconnect', resolve);
});
