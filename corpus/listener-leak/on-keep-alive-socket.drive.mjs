export default ({ it, number, sleep }) => {
  const request = it.download(`http://pages/${number}`);
  return new Promise((resolve) => {
    request.on('response', (answer) => answer.resume().on('close', resolve));
    request.on('error', resolve);
  });
};
