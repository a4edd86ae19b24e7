new PerformanceObserver((list) => console.log(list.getEntries())).observe({ type: 'longtask' });

const observer = new MutationObserver(() => console.log('changed'));
observer.observe(document.body, { childList: true });
