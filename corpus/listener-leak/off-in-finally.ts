import { createServer } from 'node:http';

async function render(url: string | undefined): Promise<string> {
  const page = await fetch(`http://pages${url}`);
  return page.text();
}

createServer(async (request, response) => {
  const stop = () => response.destroy();
  process.on('SIGTERM', stop);
  try {
    response.end(await render(request.url));
  } finally {
    process.off('SIGTERM', stop);
  }
});
