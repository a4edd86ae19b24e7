// The client goes away in the middle of its upload.
import net from 'node:net';

export default ({ world, sleep }) => new Promise((resolve) => {
  const client = net.connect(world.portOf('http'), '127.0.0.1');
  client.on('close', resolve);
  client.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\nhalf');
  sleep(10).then(() => client.destroy());
});
