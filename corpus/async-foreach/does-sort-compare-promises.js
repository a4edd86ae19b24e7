exports.bySize = (files) => {
  files.sort(async (left, right) => (await left.size()) - (await right.size())); // leak: async-foreach "order"
};
