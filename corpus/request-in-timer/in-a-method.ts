import { createServer, IncomingMessage } from 'node:http';

class Audit {
  later(request: IncomingMessage): void {
    setTimeout(() => this.write(request.url), 30_000); // leak: request-in-timer
  }

  private write(url: string | undefined): void {
    console.log('audit', url);
  }
}

const audit = new Audit();

createServer((request, response) => {
  audit.later(request);
  response.end();
});
