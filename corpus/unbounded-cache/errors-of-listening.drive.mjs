export const started = (it, { servers: [{ server }] }) => server.emit('error', new Error('the port is taken'));
