// Nothing but the comments says what the registry gives.
const http = require('http');
const registry = require('some-registry');

/** @typedef {import('./tracker').Tracker} Tracker */

/**
 * @param {import('./tracker').Tracker|null} tracker
 * @param {{ url: string }} visit
 */
function track(tracker, visit) {
  tracker.byParameter(visit.url);
}

/**
 * @param {Object} options
 * @param {?Tracker} [options.tracker] where to tell of it
 */
function trackWith({ tracker }) {
  tracker.byOption('option');
}

class Visits {
  constructor() {
    /** @type {Tracker} */
    this.tracker = registry.get('tracker');
    /** @type {Map<string, Tracker>} */
    this.byName = registry.get('all');
  }
  begin(url) {
    this.tracker.byField(url);
    this.byName.get('first').byMap(url);
  }
}
const visits = new Visits();

/** @returns {Promise<Tracker | undefined>} */
async function find() {
  return registry.get('later');
}

/** @type {Tracker} */
let current;
registry.on('change', (next) => {
  current = next;
});

http.createServer(async (request, response) => {
  track(registry.get('tracker'), request);
  trackWith({ tracker: registry.get('tracker') });
  visits.begin(request.url);
  (await find()).byResult(request.url);
  (/** @type {Tracker} */ (registry.get('tracker'))).byCast(request.url);
  current.byVariable(request.url);
  response.end();
});
