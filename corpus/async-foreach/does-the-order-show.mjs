export async function ship(parcels) {
  const answers = [];
  parcels.forEach(async (parcel) => { // leak: async-foreach
    answers.push(await fetch(`/parcels/${parcel.id}`));
  });
  return answers;
}
