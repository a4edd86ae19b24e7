import { useState } from 'react';

import { useInterval } from '../hooks/useInterval.js';

export function Clock() {
  const [time, setTime] = useState(() => new Date());
  useInterval(() => setTime(new Date()), 1000);
  return <time dateTime={time.toISOString()}>{time.toLocaleTimeString()}</time>;
}
