const state = {};
exports.set = function (value) {
  state.value = value;
  [state.first, state['second']] = value;
  ({ third: state.third } = value);
  for (state.key in value);
};
