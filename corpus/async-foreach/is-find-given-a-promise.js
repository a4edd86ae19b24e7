exports.first = (urls) => {
  const url = urls.find(async (candidate) => (await fetch(candidate)).ok); // leak: async-foreach "the first element"
  return [url, urls.findIndex(async (candidate) => (await fetch(candidate)).ok)]; // leak: async-foreach
};
