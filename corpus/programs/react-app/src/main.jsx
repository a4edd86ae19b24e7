import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './App.jsx';

const route = window.location.pathname.slice(1) || 'stations';

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <App route={route} />
  </StrictMode>,
);
