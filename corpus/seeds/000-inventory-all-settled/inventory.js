// `strict` says besides that nothing limits how many are asked for at once, which is so.
async function refreshShelves(shelves, warehouse, log) {
  const results = await Promise.allSettled(shelves.map((shelf) => warehouse.refresh(shelf.id)));
  const failures = results.filter((result) => result.status === 'rejected');
  if (failures.length > 0) log.warn({ failures: failures.map((failure) => failure.reason) });
  return results.filter((result) => result.status === 'fulfilled').map((result) => result.value);
}

module.exports = refreshShelves;
