import { onMounted, onUnmounted, ref } from 'vue';

/** Whether the end of the page was seen. */
export function useEndOfPage() {
  const isSeen = ref(false);
  let observer = null;
  onMounted(() => {
    observer = new IntersectionObserver(([entry]) => {
      isSeen.value ||= entry.isIntersecting;
    });
    observer.observe(document.body);
  });
  onUnmounted(() => observer?.disconnect());
  return isSeen;
}
