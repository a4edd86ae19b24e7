import { useEffect, useState } from 'react';

import { loadStation } from '../api/client.js';

const savedAfter = 400;

/** The settings of a station; what is typed is saved when the typing stops. */
export function Settings({ station }) {
  const [name, setName] = useState(station);
  const [state, setState] = useState('saved');

  useEffect(() => {
    const asking = new AbortController();
    loadStation(station, asking.signal)
      .then((answer) => setState(answer.ok ? 'known' : 'new'))
      .catch(() => {});
    return () => asking.abort();
  }, [station]);

  useEffect(() => {
    setState('typing');
    const timer = setTimeout(() => setState('saved'), savedAfter);
    return () => clearTimeout(timer);
  }, [name]);

  return (
    <label>
      Name <input value={name} onChange={(event) => setName(event.target.value)} /> <em>{state}</em>
    </label>
  );
}
