async function* pages(url) {
  while (url) url = yield fetch(url);
}
function first(url) {
  pages(url);
}
module.exports = first;
