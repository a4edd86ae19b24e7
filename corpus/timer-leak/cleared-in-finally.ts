export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => console.log('still working'), 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
