import { onMounted, onUnmounted } from 'vue';

/** Listens to a target for as long as the component is mounted. */
export function useEventListener(target, event, listener) {
  onMounted(() => target.addEventListener(event, listener));
  onUnmounted(() => target.removeEventListener(event, listener));
}
