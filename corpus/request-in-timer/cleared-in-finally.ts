import { createServer } from 'node:http';

createServer(async (request, response) => {
  const timer = setTimeout(() => console.log('slow', request.url), 30_000);
  try {
    const page = await fetch(`http://pages${request.url}`);
    response.end(await page.text());
  } finally {
    clearTimeout(timer);
  }
});
