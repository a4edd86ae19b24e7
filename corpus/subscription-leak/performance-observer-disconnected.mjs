import { createServer } from 'node:http';
import { PerformanceObserver } from 'node:perf_hooks';

createServer((request, response) => {
  const observer = new PerformanceObserver((list) => console.log(request.url, list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  response.on('close', () => observer.disconnect());
  response.end();
});
