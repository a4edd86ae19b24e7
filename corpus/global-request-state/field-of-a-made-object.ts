import { createServer, IncomingMessage } from 'node:http';

class Job {
  constructor(readonly request: IncomingMessage) {}
}

createServer((request, response) => {
  const job = new Job(request);
  response.end(job.request.url);
});
