// As a loop that goes on with the next one.
export async function startAll(parts) {
  await Promise.all(parts.map(async (part) => {
    try {
      await part.start();
    } catch (error) { // leak: swallowed-error (low)
      console.error('could not start', error);
    }
  }));
}
