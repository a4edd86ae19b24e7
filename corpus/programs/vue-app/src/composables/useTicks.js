import { onScopeDispose, ref } from 'vue';

/** Counts seconds while its scope lives. */
export function useTicks(milliseconds = 1000) {
  const ticks = ref(0);
  const timer = setInterval(() => {
    ticks.value += 1;
  }, milliseconds);
  onScopeDispose(() => clearInterval(timer));
  return ticks;
}
