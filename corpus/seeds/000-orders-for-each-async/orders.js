async function shipAll(parcels, warehouse) {
  parcels.forEach(async (parcel) => { // leak: async-foreach
    try {
      await warehouse.ship(parcel.id, { state: 'sent' });
    } catch (failure) { // leak: swallowed-error
      console.log(failure);
    }
  });
  console.log('all parcels are sent');
}

module.exports = shipAll;
