export const files = { 'film.mp4': 'x'.repeat(3_000_000) };
import net from 'node:net';

// The client leaves in the middle of the film.
export default ({ world }) => new Promise((resolve) => {
  const client = net.connect(world.portOf('http'), '127.0.0.1');
  client.on('close', resolve);
  client.on('error', () => {});
  client.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  client.once('data', () => client.destroy());
});
