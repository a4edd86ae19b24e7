export async function load(urls) {
  const answers = [];
  urls.forEach((url) => answers.push(fetch(url)));
  return Promise.all(answers); // leak: unbounded-concurrency "One request per `url`"
}
export async function loadBoth() {
  const answers = [];
  ['/a', '/b'].forEach((url) => answers.push(fetch(url)));
  return Promise.all(answers);
}
