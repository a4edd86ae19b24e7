// What the suggestions of the leak rules write, to the letter. That each resolves its finding, and gives no
// other rule a reason, program_fixes_test.cpp sees for all cases of the corpus.

#include <gtest/gtest.h>

#include "runners/checked_texts.h"

namespace leaklint {
namespace {

/// The texts that no rule may have a suggestion for.
void expect_untouched(std::string_view rule, const std::string& name, const std::string& text) {
  EXPECT_EQ(after_fixes_of(rule, name, text), text);
}

TEST(RequestInTimer, ReadsAheadWhatTheClosureReads) {
  EXPECT_EQ(after_fixes_of("request-in-timer", "a.js", R"(const { createServer } = require('node:http');
createServer((req, res) => {
  // later
  setTimeout(() => {
    console.log(req.url, req.headers['x-request-id'], { id: req.id }, req.url); // all of it
  }, 60000);
  if (req.method === 'POST') setTimeout(() => req.user && console.log(req.user.name, req.socket.remoteAddress), 60000);
  res.end();
});
)"),
            R"(const { createServer } = require('node:http');
createServer((req, res) => {
  const requestUrl = req.url;
  const requestId = req.headers['x-request-id'];
  const requestId2 = req.id;
  // later
  setTimeout(() => {
    console.log(requestUrl, requestId, { id: requestId2 }, requestUrl); // all of it
  }, 60000);
  if (req.method === 'POST') {
    const requestUser = req.user;
    const requestRemoteAddress = req.socket.remoteAddress;
    setTimeout(() => requestUser && console.log(requestUser.name, requestRemoteAddress), 60000);
  }
  res.end();
});
)");
}

TEST(RequestInTimer, ReadsAheadPastTypes) {
  EXPECT_EQ(after_fixes_of("request-in-timer", "a.ts", R"(import { createServer } from 'node:http';
createServer((request, response) => {
  setTimeout(() => console.log(request.headers!.host, (request.url as string).length), 5000);
  response.end();
});
)"),
            R"(import { createServer } from 'node:http';
createServer((request, response) => {
  const requestHost = request.headers!.host;
  const requestLength = (request.url as string).length;
  setTimeout(() => console.log(requestHost, requestLength), 5000);
  response.end();
});
)");
}

TEST(RequestInTimer, LeavesWhatSaysSomethingElseEarlier) {
  const std::string begin =
      "const { createServer } = require('node:http');\ncreateServer((req, res) => {\n  ";
  for (const char* timer : {
           "setTimeout(() => console.log(res.headersSent), 5000);",               // not yet decided
           "setTimeout(() => console.log(req.socket), 5000);",                    // leads back to the request
           "setTimeout(() => console.log(req.user?.name.trim()), 5000);",         // cut short as a whole
           "const start = () => setTimeout(() => log(req.url), 5000); start();",  // no place for a constant
           "for (const i of [1]) setInterval(() => { req.count = i; }, 5000);",   // written
       })
    expect_untouched("request-in-timer", "a.js", begin + timer + "\n});\n");
}

TEST(UnboundedCache, GivesUpTheOldestEntry) {
  EXPECT_EQ(after_fixes_of("unbounded-cache", "a.js", R"('use strict';
const { createServer } = require('node:http');
// By URL.
const pages = new Map();
const seen = new Set();
const log = [];
createServer(async (req, res) => {
  log.push(req.url); // all
  if (!pages.has(req.url)) pages.set(req.url, await load(req.url));
  if (!seen.has(req.headers.cookie)) {
    seen.add(req.headers.cookie);
  }
  res.end(pages.get(req.url));
});
)"),
            R"('use strict';
const { createServer } = require('node:http');
const MAX_PAGES = 1000;
// By URL.
const pages = new Map();
const MAX_SEEN = 1000;
const seen = new Set();
const MAX_LOG = 1000;
const log = [];
createServer(async (req, res) => {
  log.push(req.url); // all
  if (log.length > MAX_LOG) log.shift();
  if (!pages.has(req.url)) {
    pages.set(req.url, await load(req.url));
    if (pages.size > MAX_PAGES) pages.delete(pages.keys().next().value);
  }
  if (!seen.has(req.headers.cookie)) {
    seen.add(req.headers.cookie);
    if (seen.size > MAX_SEEN) seen.delete(seen.values().next().value);
  }
  res.end(pages.get(req.url));
});
)");
}

TEST(UnboundedCache, MakesRoomBeforeAnExpressionAndKeepsTypesRight) {
  EXPECT_EQ(after_fixes_of("unbounded-cache", "a.ts", R"(import { createServer } from 'node:http';
const store = new Map<string, string>();
createServer((request, response) => {
  response.end(store.set(request.headers.host ?? '', 'x').get('y'));
});
)"),
            R"(import { createServer } from 'node:http';
const MAX_STORE = 1000;
const store = new Map<string, string>();
createServer((request, response) => {
  if (store.size >= MAX_STORE) {
    const [oldest] = store.keys();
    store.delete(oldest);
  }
  response.end(store.set(request.headers.host ?? '', 'x').get('y'));
});
)");
}

TEST(UnboundedCache, LeavesWhatHasACourseOfItsOwn) {
  expect_untouched("unbounded-cache", "a.mjs", R"(import { createServer } from 'node:http';
const running = new Map();
const byHost = {};
createServer(async (request, response) => {
  running.set(request.headers.host, request);
  byHost[request.headers.host] = request;
  response.end(await answer(request));
  running.delete(request.headers.host);
});
)");
}

TEST(IgnoredSignal, RemovesByHandWhenItAborts) {
  EXPECT_EQ(after_fixes_of("ignored-signal", "a.mjs", R"(import { EventEmitter } from 'node:events';
const settings = new EventEmitter();
export function follow(view, { signal }) {
  settings.on('change', () => {
    view.update();
  }, { signal }); // until then
}
export function refresh(view) {
  const closing = new AbortController();
  settings.addListener("change", view.update, {
    signal: closing.signal,
  });
  return closing;
}
)"),
            R"(import { EventEmitter } from 'node:events';
const settings = new EventEmitter();
export function follow(view, { signal }) {
  const onChange = () => {
    view.update();
  };
  settings.on('change', onChange); // until then
  signal?.addEventListener('abort', () => settings.off('change', onChange), { once: true });
}
export function refresh(view) {
  const closing = new AbortController();
  settings.addListener("change", view.update);
  closing.signal.addEventListener('abort', () => settings.removeListener("change", view.update), { once: true });
  return closing;
}
)");
}

TEST(IgnoredSignal, LeavesOtherOptionsAndCommentsAndWhatIsHeardOnce) {
  const std::string begin = "import { EventEmitter } from 'node:events';\nconst bus = new EventEmitter();\n";
  for (const char* call : {"bus.on('change', view.update, { signal, capture: true });",
                           "bus.on('change', view.update, /* why */ { signal });",
                           "bus.once('change', view.update, { signal });",
                           "bus.on('change', view.update, { signal: AbortSignal.timeout(5) });"})
    expect_untouched("ignored-signal", "a.mjs",
                     begin + "export function follow(view, signal) {\n  " + call + "\n}\n");
}

TEST(ListenerLeak, RemovesWhenTheResponseCloses) {
  EXPECT_EQ(after_fixes_of("listener-leak", "a.js", R"(const http = require('http');
http.createServer((req, res) => {
  process.on('SIGTERM', () => {
    res.destroy();
  }); // stop
  const stop = () => res.destroy();
  if (req.url === '/') process.on('SIGINT', stop);
});
)"),
            R"(const http = require('http');
http.createServer((req, res) => {
  const onSigterm = () => {
    res.destroy();
  };
  process.on('SIGTERM', onSigterm); // stop
  res.on('close', () => process.off('SIGTERM', onSigterm));
  const stop = () => res.destroy();
  if (req.url === '/') {
    process.on('SIGINT', stop);
    res.on('close', () => process.off('SIGINT', stop));
  }
});
)");
}

TEST(ListenerLeak, RemovesInTheMethodThatEnds) {
  EXPECT_EQ(after_fixes_of("listener-leak", "a.js", R"(export class Panel {
  mount(name) {
    window.addEventListener('resize', () => this.layout(name), { passive: true });
  }
  unmount() {
    this.isGone = true;
  }
  layout() {}
}
)"),
            R"(export class Panel {
  mount(name) {
    this.onResize = () => this.layout(name);
    window.addEventListener('resize', this.onResize, { passive: true });
  }
  unmount() {
    if (this.onResize) window.removeEventListener('resize', this.onResize, { passive: true });
    this.isGone = true;
  }
  layout() {}
}
)");
}

TEST(ListenerLeak, DeclaresTheFieldInTypeScript) {
  EXPECT_EQ(after_fixes_of("listener-leak", "a.ts", R"(export class Panel {
  /** Shows it. */
  mount(): void {
    window.addEventListener('resize', (event: UIEvent) => this.layout(event));
  }
  unmount(): void {}
  private layout(event: UIEvent): void {}
}
)"),
            R"(export class Panel {
  private onResize?: (event: UIEvent) => void;

  /** Shows it. */
  mount(): void {
    this.onResize = (event: UIEvent) => this.layout(event);
    window.addEventListener('resize', this.onResize);
  }
  unmount(): void {
    if (this.onResize) window.removeEventListener('resize', this.onResize);
  }
  private layout(event: UIEvent): void {}
}
)");
}

TEST(ListenerLeak, RemovesInTheCleanUpOfAnEffect) {
  EXPECT_EQ(after_fixes_of("listener-leak", "a.jsx", R"(import { useEffect } from 'react';
export function Clock({ draw }) {
  useEffect(() => {
    window.addEventListener('resize', () => draw(window.innerWidth));
  }, []);
  return null;
}
)"),
            R"(import { useEffect } from 'react';
export function Clock({ draw }) {
  useEffect(() => {
    const onResize = () => draw(window.innerWidth);
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return null;
}
)");
}

TEST(ListenerLeak, LeavesWhereTheEndMayBeOverOrOutOfSight) {
  expect_untouched("listener-leak", "a.js", R"(const http = require('http');
http.createServer(async (req, res) => {
  await req.ready;
  process.on('SIGTERM', () => res.destroy());
});
)");
  expect_untouched("listener-leak", "b.js", R"(export class Panel {
  mount(target) {
    const place = window;
    place.addEventListener('resize', () => this.layout());
  }
  unmount() {}
  layout() {}
}
)");
}

TEST(TimerLeak, KeepsTheHandleAndClearsIt) {
  EXPECT_EQ(after_fixes_of("timer-leak", "a.js", R"(const net = require('net');
net.createServer((socket) => {
  setInterval(() => socket.write('ping'), 30000).unref();
  const probe = setInterval(() => socket.write('probe'), 30000);
});
)"),
            R"(const net = require('net');
net.createServer((socket) => {
  const timer = setInterval(() => socket.write('ping'), 30000).unref();
  socket.on('close', () => clearInterval(timer));
  const probe = setInterval(() => socket.write('probe'), 30000);
  socket.on('close', () => clearInterval(probe));
});
)");
}

TEST(TimerLeak, ClearsAFieldInTheMethodThatEnds) {
  EXPECT_EQ(after_fixes_of("timer-leak", "a.ts", R"(export class Poller {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => this.poll(), 1000);
  }
  stop(): void {
    this.poll();
  }
  private poll(): void {}
}
export class Heart {
  start(): void {
    const beat = setInterval(() => this.poll(), 2000);
  }
  stop(): void {}
  private poll(): void {}
}
)"),
            R"(export class Poller {
  private timer?: NodeJS.Timeout;
  start(): void {
    this.timer = setInterval(() => this.poll(), 1000);
  }
  stop(): void {
    clearInterval(this.timer);
    this.poll();
  }
  private poll(): void {}
}
export class Heart {
  private beat?: ReturnType<typeof setInterval>;

  start(): void {
    const beat = setInterval(() => this.poll(), 2000);
    this.beat = beat;
  }
  stop(): void {
    clearInterval(this.beat);
  }
  private poll(): void {}
}
)");
}

TEST(SubscriptionLeak, DisconnectsTheObserver) {
  EXPECT_EQ(after_fixes_of("subscription-leak", "a.js", R"(export class Panel extends HTMLElement {
  connectedCallback() {
    const observer = new ResizeObserver(() => this.layout());
    observer.observe(document.body);
  }
  disconnectedCallback() {}
  layout() {}
}
)"),
            R"(export class Panel extends HTMLElement {
  connectedCallback() {
    const observer = new ResizeObserver(() => this.layout());
    this.observer = observer;
    observer.observe(document.body);
  }
  disconnectedCallback() {
    this.observer?.disconnect();
  }
  layout() {}
}
)");
}

TEST(ResourceLeak, ClosesInFinally) {
  EXPECT_EQ(after_fixes_of("resource-leak", "a.mjs", R"(import { createServer } from 'node:http';
import { open } from 'node:fs/promises';
createServer(async (request, response) => {
  const file = await open('template.html'); // open
  // read it
  const text = await file.readFile('utf8');
  await file.close(); // done
  response.end(text);
});
createServer(async (request, response) => {
  const file = await open('template.html');
  response.write(await file.readFile(`u
tf8`));
  await file.close();
  response.end();
});
)"),
            R"(import { createServer } from 'node:http';
import { open } from 'node:fs/promises';
createServer(async (request, response) => {
  const file = await open('template.html'); // open
  try {
    // read it
    const text = await file.readFile('utf8');
    response.end(text);
  } finally {
    await file.close(); // done
  }
});
createServer(async (request, response) => {
  const file = await open('template.html');
  try {
    response.write(await file.readFile(`u
tf8`));
  } finally {
    await file.close();
  }
  response.end();
});
)");
}

TEST(ResourceLeak, EndsWithTheResponse) {
  EXPECT_EQ(after_fixes_of("resource-leak", "a.js", R"(const { createServer } = require('http');
const { createReadStream } = require('fs');
createServer((request, response) => {
  createReadStream('film.mp4').pipe(response);
});
)"),
            R"(const { createServer } = require('http');
const { createReadStream } = require('fs');
createServer((request, response) => {
  const stream = createReadStream('film.mp4');
  stream.pipe(response);
  response.on('close', () => stream.destroy());
});
)");
}

TEST(GlobalRequestState, MakesAConstantOfWhatOnlyTheFunctionReads) {
  EXPECT_EQ(after_fixes_of("global-request-state", "a.mjs", R"(import { createServer } from 'node:http';
let current = null;

createServer((request, response) => {
  current = request;
  const log = () => console.log(current.url);
  log();
  response.end();
});
)"),
            R"(import { createServer } from 'node:http';

createServer((request, response) => {
  const current = request;
  const log = () => console.log(current.url);
  log();
  response.end();
});
)");
}

TEST(GlobalRequestState, LeavesWhatOthersRead) {
  expect_untouched("global-request-state", "a.mjs", R"(import { createServer } from 'node:http';
let current;
const log = () => console.log(current.url);
createServer((request, response) => {
  current = request;
  log();
  response.end(current.url);
});
)");
}

}  // namespace
}  // namespace leaklint
