export async function consume(queue: { next(): Promise<unknown> }, closed: Promise<undefined>): Promise<void> {
  while (true) {
    const job = await Promise.race([queue.next(), closed]); // leak: listener-leak "`closed` keeps one more reaction"
    if (!job) return;
  }
}
