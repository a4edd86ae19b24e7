import { useMemo, useState } from 'react';

import { useKeys } from '../hooks/useKeys.js';

export function Layout({ title, children }) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const keys = useMemo(() => ({ '?': () => setHelpOpen((isOpen) => !isOpen) }), []);
  useKeys(keys);
  return (
    <main>
      <h1>{title}</h1>
      {isHelpOpen && <p>Press ? to close this.</p>}
      {children}
    </main>
  );
}
