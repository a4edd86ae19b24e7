// A function that ends the process is one that a program runs once, though others could call it.
export function dashboard(client) {
  process.on('SIGINT', () => { // leak: listener-leak (low)
    client.disconnect(() => process.exit(0));
  });
  process.on('SIGTERM', () => client.disconnect()); // leak: listener-leak (low)
}
