exports.toPromise = function (source) {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
    source.subscribe(resolve);
  });
};
