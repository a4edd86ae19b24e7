// Every other time somebody else answers than was expected.
export default async ({ it, number }) => {
  const options = { port: 1, host: 'elsewhere.test', expected: number % 2 ? '10.0.0.1' : undefined };
  for (const open of [it.connect, it.connectWithCare]) {
    await new Promise((resolve) => open(options, (error, socket) => {
      if (error) resolve();
      else socket.once('close', resolve).destroy();
    }));
  }
};
