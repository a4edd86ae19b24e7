import { onCleanup, onMount } from 'solid-js';

export function useWidth(set) {
  onMount(() => {
    const update = () => set(window.innerWidth);
    window.addEventListener('resize', update); // leak: listener-leak
    return () => window.removeEventListener('resize', update);
  });
}

export function useHeight(set) {
  onMount(() => {
    const update = () => set(window.innerHeight);
    window.addEventListener('resize', update);
    onCleanup(() => window.removeEventListener('resize', update));
  });
}
