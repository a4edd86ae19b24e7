module.exports = async function hashAll(texts, hash) {
  const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
  await Promise.all(texts.map(() => sleep(10)));
  return Promise.all(texts.map(async (text) => hash(text)));
};
