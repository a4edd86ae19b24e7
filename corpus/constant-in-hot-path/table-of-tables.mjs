import { createServer } from 'node:http';

const sizeOf = (kind) => {
  const sizes = { // leak: constant-in-hot-path
    small: { width: 10, height: 20 },
    medium: { width: 20, height: 40 },
    large: { width: 40, height: 80 },
  };
  return sizes[kind].width * sizes[kind].height;
};

createServer((request, response) => response.end(String(sizeOf(request.url.slice(1))))).listen(3000);
