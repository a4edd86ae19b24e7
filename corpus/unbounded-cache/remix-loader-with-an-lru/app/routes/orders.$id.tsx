import type { LoaderFunctionArgs } from '@remix-run/node';
import { LRUCache } from 'lru-cache';

const orders = new LRUCache<string, object>({ max: 100 });

export async function loader({ params }: LoaderFunctionArgs) {
  const id = String(params.id);
  if (!orders.has(id)) orders.set(id, await (await fetch(`http://orders.test/${id}`)).json());
  return orders.get(id);
}
