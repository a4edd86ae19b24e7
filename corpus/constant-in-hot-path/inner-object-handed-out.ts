import { createServer } from 'node:http';

interface Asset {
  thumbnail: string;
  full: string;
}

const assetsOf = (kind: string): Asset => {
  // Where the pictures are.
  const assets: Record<string, Asset> = { // leak: constant-in-hot-path "`assets`, a table of 9 entries"
    cup: { thumbnail: '/s/cup', full: '/l/cup' },
    hat: { thumbnail: '/s/hat', full: '/l/hat' },
    pen: { thumbnail: '/s/pen', full: '/l/pen' },
  };
  return assets[kind] ?? { thumbnail: '', full: '' };
};

createServer((request, response) => {
  response.end(JSON.stringify(assetsOf(request.url ?? '')));
}).listen(3000);
