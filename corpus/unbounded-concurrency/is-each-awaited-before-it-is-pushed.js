async function load(urls) {
  const answers = [];
  for (const url of urls) answers.push(await fetch(url));
  return Promise.all(answers);
}
module.exports = load;
