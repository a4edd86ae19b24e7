module.exports = async (items) =>
  Promise.all(items.map(async (item) => {
    try {
      return await fetch(`/stock/${item.id}`);
    } catch (error) { // leak: swallowed-error "passes for a result"
      return null;
    }
  }));
