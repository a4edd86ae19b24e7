import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

// The other side speaks no TLS; what an agent keeps is the same.
export const before = () => {
  Object.assign(https, { Agent: http.Agent, get: http.get });
  syncBuiltinESMExports();
};
export default async ({ it, number, sleep }) => {
  it.load(`http://pages/${number}`);
  await sleep(5);
};
