import { onMounted, ref } from 'vue';

/** Whether there is a network. */
export function useOnline() {
  const isOnline = ref(navigator.onLine);
  onMounted(() => {
    const update = () => {
      isOnline.value = navigator.onLine;
    };
    window.addEventListener('online', update); // leak: listener-leak
    window.addEventListener('offline', update); // leak: listener-leak
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  });
  return isOnline;
}
