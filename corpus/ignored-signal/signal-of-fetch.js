exports.load = (url, signal) => fetch(url, { signal });
