function load(url, callback) {
  if (callback) return run(url, callback);
  return new Promise((resolve, reject) => {
    run(url, (error, text) => (error ? reject(error) : resolve(text)));
  });
}
function run(url, callback) {
  callback(null, url);
}
function show(url) {
  load(url, () => {});
}
module.exports = { load, show };
