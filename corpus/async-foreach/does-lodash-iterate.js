const _ = require('lodash');
exports.saveAll = (users) => {
  _.forEach(users, async (user) => { // leak: async-foreach
    await user.save();
  });
  _.each(users, async (user) => user.save()); // leak: async-foreach
};
