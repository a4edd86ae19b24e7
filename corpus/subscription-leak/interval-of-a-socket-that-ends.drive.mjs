import net from 'node:net';

export default async ({ connect, world }) => {
  await connect();
  const socket = net.connect(world.portOf('net', 1), '127.0.0.1');
  socket.on('connect', () => socket.destroy());
  await new Promise((resolve) => socket.on('close', resolve));
};
