import { remember } from '../../lib/seen';

const answers = new Map();

export async function GET(request) {
  answers.set(request.url, await fetch('https://posts.test')); // leak: unbounded-cache "for every request"
  remember(request.url);
  request.signal.addEventListener('abort', () => {});
  return Response.json({});
}
