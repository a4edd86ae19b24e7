import { onMount } from 'svelte';

// Svelte calls what onMount is given back when the component goes.
export function useWidth(set) {
  onMount(() => {
    const update = () => set(window.innerWidth);
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  });
}
