exports.load = (collection) => {
  collection.find(async (error, documents) => {
    if (!error) await documents.load();
  });
};
