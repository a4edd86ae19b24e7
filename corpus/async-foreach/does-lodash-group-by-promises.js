const _ = require('lodash');
exports.byOwner = (files) => {
  return _.groupBy(files, async (file) => (await file.stat()).uid); // leak: async-foreach "under one key"
};
