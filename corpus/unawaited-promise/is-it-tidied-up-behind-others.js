const running = new Map();
async function load(url) {
  return (await fetch(url)).json();
}
function loadOnce(url) {
  if (running.has(url)) return running.get(url);
  const answer = load(url);
  running.set(url, answer);
  answer.finally(() => running.delete(url)); // leak: unawaited-promise (low)
  return answer;
}
function loadAlone(url, spinner) {
  load(url).finally(() => spinner.stop()); // leak: unawaited-promise "no handler takes its rejection"
}
module.exports = { loadOnce, loadAlone };
