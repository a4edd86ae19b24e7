exports.check = async (urls) => {
  if (urls.some(async (url) => (await fetch(url)).ok)) return true; // leak: async-foreach "true for any element"
  return urls.every(async (url) => (await fetch(url)).ok); // leak: async-foreach "always true"
};
