const _ = require('lodash');
exports.saveAll = (users) => {
  _(users).compact().each(async (user) => { // leak: async-foreach
    await user.save();
  });
};
