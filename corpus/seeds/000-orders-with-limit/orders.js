const pLimit = require('p-limit');

async function shipAll(parcels, warehouse, log) {
  const atMost = pLimit(8);
  const tasks = parcels.map((parcel) =>
    atMost(async () => {
      try {
        return await warehouse.ship(parcel.id, { state: 'sent' });
      } catch (failure) {
        log.error({ parcel: parcel.id, failure });
        throw failure;
      }
    }),
  );
  await Promise.all(tasks);
}

module.exports = shipAll;
