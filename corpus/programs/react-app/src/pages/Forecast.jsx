import { useEffect, useMemo, useState } from 'react';

import { loadForecast } from '../api/client.js';
import { Chart } from '../components/Chart.jsx';
import { Countdown } from '../components/Countdown.jsx';

const everyHour = 3_600_000;

/** What the weather will be like at a station. */
export function Forecast({ station }) {
  const [forecast, setForecast] = useState(null);
  const until = useMemo(() => Date.now() + everyHour, []);
  useEffect(() => {
    let isGone = false;
    loadForecast(station, new Date().getHours())
      .then((answer) => {
        if (!isGone) setForecast(answer);
      })
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [station]);
  const values = useMemo(() => Object.values(forecast ?? {}), [forecast]);
  return (
    <section>
      {station.startsWith('chart') && <Chart values={values} />}
      {station.startsWith('count') && <Countdown until={until} />}
    </section>
  );
}
