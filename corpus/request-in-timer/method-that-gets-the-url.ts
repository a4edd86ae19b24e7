import { createServer } from 'node:http';

class Audit {
  later(url: string | undefined): void {
    setTimeout(() => this.write(url), 30_000);
  }

  private write(url: string | undefined): void {
    console.log('audit', url);
  }
}

const audit = new Audit();

createServer((request, response) => {
  audit.later(request.url);
  response.end();
});
