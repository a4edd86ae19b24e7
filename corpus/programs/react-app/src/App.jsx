import { Layout } from './components/Layout.jsx';
import { Camera } from './pages/Camera.jsx';
import { Forecast } from './pages/Forecast.jsx';
import { Live } from './pages/Live.jsx';
import { Map } from './pages/Map.jsx';
import { Settings } from './pages/Settings.jsx';
import { Stations } from './pages/Stations.jsx';

const pages = {
  stations: Stations,
  forecast: Forecast,
  live: Live,
  map: Map,
  camera: Camera,
  settings: Settings,
};

/** The board: one page of it, as the address says. */
export function App({ route, station = 'harbour' }) {
  const Page = pages[route] ?? Stations;
  return (
    <Layout title={route}>
      <Page station={station} />
    </Layout>
  );
}
