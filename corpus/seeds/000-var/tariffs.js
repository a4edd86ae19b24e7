var rate = 0.19; // leak: no-var

module.exports = (net) => net * (1 + rate);
