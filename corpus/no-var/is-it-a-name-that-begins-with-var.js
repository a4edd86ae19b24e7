let variable = 1;
const vary = () => (variable += 1);
module.exports = vary;
