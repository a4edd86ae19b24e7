exports.workers = {};
