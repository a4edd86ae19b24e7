import { useEffect, useState } from 'react';

import { loadStations } from '../api/client.js';
import { Clock } from '../components/Clock.jsx';
import { useStore } from '../hooks/useStore.js';
import { favouriteStore } from '../store/favourites.js';

/** All stations, those with a star first. */
export function Stations() {
  const [names, setNames] = useState([]);
  const favourites = useStore(favouriteStore);
  useEffect(() => {
    let isGone = false;
    loadStations()
      .then((answer) => {
        if (!isGone) setNames(Object.keys(answer));
      })
      .catch(() => setNames([]));
    return () => {
      isGone = true;
    };
  }, []);
  const sorted = [...names].sort((one, other) => favourites.includes(other) - favourites.includes(one));
  return (
    <section>
      <Clock />
      <ul>
        {sorted.map((name) => (
          <li key={name}>
            <button onClick={() => favouriteStore.toggle(name)}>{favourites.includes(name) ? '★' : '☆'}</button> {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
