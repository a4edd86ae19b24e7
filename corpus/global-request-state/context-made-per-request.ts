import { createServer, IncomingMessage } from 'node:http';

class Context {
  constructor(private readonly request: IncomingMessage) {}

  get url(): string | undefined {
    return this.request.url;
  }
}

createServer((request, response) => {
  const context = new Context(request);
  response.end(context.url);
});
