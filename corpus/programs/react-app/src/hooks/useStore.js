import { useSyncExternalStore } from 'react';

/** What a store holds; the component is drawn anew when that changes. */
export function useStore(store) {
  return useSyncExternalStore(store.subscribe, store.get);
}
