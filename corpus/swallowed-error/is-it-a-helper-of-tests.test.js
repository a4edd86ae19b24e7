exports.makeFolder = async (folder) => {
  try {
    await fetch(`/folders/${folder}`, { method: 'PUT' });
  } catch (error) {}
};
