// Nothing between the two can fail.
export function identifier() {
  try {
    const url = URL.createObjectURL(new Blob());
    const text = url.toString();
    URL.revokeObjectURL(url);
    return text.slice(text.lastIndexOf('/') + 1);
  } catch {
    return String(Math.random());
  }
}
