module.exports = null == null;
