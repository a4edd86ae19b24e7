// Is a deletion of one fixed entry taken for a deletion of them all?
function Hub() {
  this.waiting = {};
  this.count = 0;
}

Hub.prototype.ready = function () {
  delete this.waiting.start;
};

Hub.prototype.ask = function (question) {
  const id = 'q' + this.count++;
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      delete this.waiting[id];
      reject(new Error('no answer'));
    }, 5000);
    this.waiting[id] = (answer) => { // leak: unbounded-cache "not always trimmed"
      clearTimeout(timeout);
      resolve(answer);
    };
    question.send(id);
  });
};

module.exports = Hub;
