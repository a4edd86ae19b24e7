import { createServer, IncomingMessage } from 'node:http';

class Context {
  private current?: IncomingMessage;

  set request(request: IncomingMessage) {
    this.current = request; // leak: global-request-state
  }

  get url(): string | undefined {
    return this.current?.url;
  }
}

const context = new Context();

createServer((request, response) => {
  context.request = request;
  response.end(context.url);
});
