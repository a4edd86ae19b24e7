import pLimit from 'p-limit';
const limit = pLimit(8);
export async function ship(parcels) {
  parcels.forEach(async (parcel) => { // leak: async-foreach
    await fetch(`/parcels/${parcel.id}`);
  });
}
