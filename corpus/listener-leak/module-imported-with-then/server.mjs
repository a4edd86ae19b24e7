import { createServer } from 'node:http';

createServer((request, response) => {
  import('./report.mjs').then((report) => report.whole(request.url));
  import('./report.mjs').then(({ part }) => part(request.url), console.error);
  import('./report.mjs').then(({ default: report }) => report(request.url)).catch(console.error);
  response.end();
});
