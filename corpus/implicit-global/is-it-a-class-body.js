exports.Counter = class {
  add() {
    total = 1; // class bodies are strict
  }
};
