import { useEffect, useState } from 'react';

import { favouriteStore } from '../store/favourites.js';

/** What a station measures, as it comes. */
function Measurements({ station }) {
  const [wind, setWind] = useState(null);
  useEffect(() => {
    const source = new EventSource(`/live/${station}`); // leak: resource-leak (missed)
    source.addEventListener('message', ({ data }) => setWind(JSON.parse(data).wind));
  }, [station]);
  return <p>Wind: {wind ?? '–'}</p>;
}

/** The warnings of all stations. */
function Warnings() {
  const [warnings, setWarnings] = useState([]);
  useEffect(() => {
    const source = new EventSource('/live/warnings');
    source.addEventListener('message', ({ data }) => setWarnings((earlier) => [data, ...earlier].slice(0, 20)));
    return () => source.close();
  }, []);
  return <ol>{warnings.map((warning) => <li key={warning}>{warning}</li>)}</ol>;
}

/** How many stars there are, for the page's title. */
function Stars() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    favouriteStore.subscribe(() => setCount(favouriteStore.get().length)); // leak: subscription-leak (missed)
  }, []);
  return <small>{count}</small>;
}

export function Live({ station }) {
  return (
    <section>
      {station === 'stars' ? <Stars /> : <Warnings />}
      {station.startsWith('measured') && <Measurements station={station} />}
    </section>
  );
}
