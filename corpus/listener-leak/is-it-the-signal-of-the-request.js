// The request's own signal ends with it.
export function register(app) {
  app.get('/slow', async (request, reply) => {
    request.signal.addEventListener('abort', () => reply.code(504).send('too late'));
    await work();
  });
}
function work() {}
