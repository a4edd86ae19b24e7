import { createServer } from 'node:http';

async function load(url: string | undefined): Promise<string> {
  const page = await fetch(`http://pages${url}`);
  return page.text();
}

createServer(async (request, response) => {
  const timer = setInterval(() => response.writeProcessing(), 1000); // leak: timer-leak
  response.end(await load(request.url));
  clearInterval(timer);
});
