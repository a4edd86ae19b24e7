import { NextResponse } from 'next/server';

import { find, remember } from '../../lib/recent';

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id') ?? '';
  if (!find(id)) remember(id, await (await fetch(`http://orders.test/${id}`)).json());
  return NextResponse.json(find(id));
}
