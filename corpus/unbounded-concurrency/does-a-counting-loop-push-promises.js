async function load(urls) {
  const answers = [];
  for (let at = 0; at < urls.length; at++) answers.push(fetch(urls[at]));
  return Promise.all(answers); // leak: unbounded-concurrency "element of `urls`"
}
async function retry(url) {
  const answers = [];
  for (let attempt = 0; attempt < 3; attempt++) answers.push(fetch(url));
  return Promise.any(answers);
}
module.exports = { load, retry };
