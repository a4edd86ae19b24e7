document.querySelectorAll('img').forEach(async (image) => { // leak: async-foreach
  await image.decode();
});
