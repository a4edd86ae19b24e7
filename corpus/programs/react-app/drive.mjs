// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

export const entry = 'src/App.jsx.mjs';
export const page = true;
export const lives = 8;
export const warmUp = 8;

const look = (route, station) => ({ it, mount, number }) =>
  mount(it.App, { route, station: typeof station === 'function' ? station(number) : station });

export const scenarios = {
  'the map in a frame': { leaks: ['src/hooks/useWindowSize.js listener-leak'], run: look('map', 'framed') },
  'the map with its theme': { leaks: ['src/hooks/useMedia.js listener-leak'], run: look('map', 'themed') },
  'a chart': { leaks: ['src/components/Chart.jsx subscription-leak'], run: look('forecast', 'chart') },
  'a countdown': { leaks: ['src/components/Countdown.jsx timer-leak'], run: look('forecast', 'countdown') },
  'a forecast for each station': {
    leaks: ['src/api/client.js unbounded-cache'],
    gauge: 'entries',
    warmUp: 24,
    run: ({ it, mount, number, sleep }) =>
      mount(it.App, { route: 'forecast', station: `station-${number}` }).then(() => sleep(60)),
  },
  'measurements as they come': { leaks: ['src/pages/Live.jsx resource-leak'], run: look('live', (number) => `measured-${number}`) },
  'the number of stars': { leaks: ['src/pages/Live.jsx subscription-leak'], gauge: 'entries', run: look('live', 'stars') },
  'a photo': { leaks: ['src/components/Photo.jsx resource-leak'], gauge: 'urls', run: look('camera', (number) => `camera ${number}`) },
  'a small photo': { run: look('camera', (number) => `small ${number}`) },
  'stations, warnings and settings': {
    async run({ it, mount, sleep }) {
      await mount(it.App, { route: 'stations' });
      await mount(it.App, { route: 'live', station: 'harbour' });
      await mount(it.App, { route: 'settings', station: 'harbour' });
      await mount(it.App, { route: 'map', station: 'plain' });
      await sleep(30);
    },
  },
};
