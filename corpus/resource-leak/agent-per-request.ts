import { Agent, get } from 'node:https';

export function load(url: string): void {
  const agent = new Agent({ keepAlive: true }); // leak: resource-leak (missed)
  get(url, { agent }, (answer) => answer.resume());
}
