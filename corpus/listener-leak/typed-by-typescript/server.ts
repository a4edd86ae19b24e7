import { createServer } from 'node:http';
import { registry } from 'some-registry';
import type { ServerParts, Tracker } from './types';
import type * as types from './types';

function current(): Tracker {
  return registry.current();
}

class Visits {
  tracker!: Tracker;
  byName: Map<string, types.Tracker> = registry.all();
  constructor(private readonly given: Tracker) {}
  begin(url: string) {
    this.tracker.byField(url);
    this.given.byProperty(url);
    this.byName.get('first')!.byMap(url);
  }
}
const visits = new Visits(registry.given());

function serve(parts: ServerParts) {
  createServer((request, response) => {
    visits.begin(request.url!);
    current().byResult(request.url!);
    (registry.other() as Tracker).byCast(request.url!);
    parts.tracker?.byInterface(request.url!);
    for (const tracker of parts.others) tracker.byList(request.url!);
    response.end();
  });
}
serve(registry.parts());
