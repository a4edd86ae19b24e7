const server = { port: Number(process.env.PORT) };
if (server.port == '8080') { // leak: loose-equality
  console.log('the port of the tests');
}
