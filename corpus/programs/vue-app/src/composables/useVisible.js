import { onMounted, ref } from 'vue';

/** Whether the end of the page was seen. */
export function useEndOfPage() {
  const isSeen = ref(false);
  onMounted(() => {
    const observer = new IntersectionObserver(([entry]) => { // leak: subscription-leak
      isSeen.value ||= entry.isIntersecting;
    });
    observer.observe(document.body);
  });
  return isSeen;
}
