export async function hash(texts, digest) {
  texts.forEach(async (text) => { // leak: async-foreach
    await digest(text);
  });
}
