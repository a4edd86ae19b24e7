import { ref } from 'vue';

import { useEventListener } from './useEventListener.js';

/** Whether there is a network. */
export function useOnline() {
  const isOnline = ref(navigator.onLine);
  const update = () => {
    isOnline.value = navigator.onLine;
  };
  useEventListener(window, 'online', update);
  useEventListener(window, 'offline', update);
  return isOnline;
}
