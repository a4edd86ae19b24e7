export async function closeQuietly(handle) {
  try {
    await handle.close();
  } catch {
    // it was closed already
  }
}
