// A server that has no rows.
export const before = async (world) => {
  const mysql = await world.import('mysql2');
  const server = mysql.default.createServer();
  server.on('connection', (connection) => {
    connection.on('error', () => {});
    connection.serverHandshake({
      protocolVersion: 10, serverVersion: '8.0.0', connectionId: 1, statusFlags: 2, characterSet: 8, capabilityFlags: 0xffffff ^ 0x800,
    });
    connection.on('query', () => connection.writeOk());
    connection.on('stmt_prepare', () => connection.writeError({ code: 1064, message: 'not prepared' }));
  });
  await new Promise((resolve) => server.listen(0, resolve));
  world.standInPort = server._server.address().port;
  world.admit(world.standInPort);
};
export const lives = 8;
export default async ({ visit }) => {
  for (const path of ['/a', '/b', '/c', '/d']) await visit({ method: 'GET', path });
};
