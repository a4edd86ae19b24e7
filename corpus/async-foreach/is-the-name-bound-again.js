let visit = async (item) => item.save();
visit = (item) => console.log(item);
exports.run = (items) => items.forEach(visit);
