import { useEffect, useRef, useState } from 'react';

import { useMedia } from '../hooks/useMedia.js';
import { useWindowSize } from '../hooks/useWindowSize.js';

function Theme() {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  return <p>{isDark ? 'dark' : 'light'}</p>;
}

function Frame() {
  const { width, height } = useWindowSize();
  return <div style={{ width, height }} />;
}

/** Follows a finger over the map; the listeners are there only while it is down. */
function Drag() {
  const [offset, setOffset] = useState(0);
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  const start = (event) => {
    const from = event.clientX - offset;
    const move = (moved) => setOffset(moved.clientX - from);
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    stop.current = end;
  };
  return <div onPointerDown={start} style={{ left: offset }} />;
}

export function Map({ station }) {
  return (
    <section>
      <Drag />
      {station === 'framed' && <Frame />}
      {station === 'themed' && <Theme />}
    </section>
  );
}
