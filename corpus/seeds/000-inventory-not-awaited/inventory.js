async function refreshShelves(shelves, warehouse) {
  return shelves.map(async (shelf) => { // leak: unawaited-promise
    try {
      await warehouse.refresh(shelf.id);
    } catch (failure) { // leak: swallowed-error
      return null;
    }
  });
}

module.exports = refreshShelves;
