exports.drain = async (cursor) => {
  await cursor.forEach(async (row) => row.save());
  return cursor.filter(async (row) => row.isNew()).toArray();
};
