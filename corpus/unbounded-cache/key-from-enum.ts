import { createServer } from 'node:http';

enum Level {
  Low = 'low',
  High = 'high',
}

const last = new Map<Level, number>();

createServer((request, response) => {
  const level = request.headers.priority ? Level.High : Level.Low;
  last.set(level, Date.now()); // leak: unbounded-cache (false alarm)
  response.end();
});
