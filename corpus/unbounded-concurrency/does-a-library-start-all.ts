import pMap from 'p-map';
import Bluebird from 'bluebird';
export async function load(urls: string[]): Promise<Response[]> {
  await Bluebird.map(urls, (url) => fetch(url)); // leak: unbounded-concurrency
  return pMap(urls, async (url) => await fetch(url)); // leak: unbounded-concurrency "One request per `url`"
}
export async function loadSome(urls: string[]): Promise<Response[]> {
  await Bluebird.map(urls, (url) => fetch(url), { concurrency: 4 });
  await pMap(['/a', '/b'], (url) => fetch(url));
  return pMap(urls, (url) => fetch(url), { concurrency: 4 });
}
