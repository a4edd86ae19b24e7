// Nobody could wait, nothing comes after it, and it deals with its failures.
function listen(target) {
  target.on('drop', (files) => {
    if (files.length === 0) return;
    files.forEach(async (file) => { // leak: async-foreach (low)
      try {
        await file.open();
      } catch (error) {
        console.error(error);
      }
    });
  });
  target.on('save', (files) => {
    files.forEach(async (file) => { // leak: async-foreach
      try {
        await file.save();
      } catch (error) {
        console.error(error);
      }
    });
    console.log('saved');
  });
}
async function saveAll(files) {
  files.forEach(async (file) => { // leak: async-foreach
    try {
      await file.save();
    } catch (error) {
      console.error(error);
    }
  });
}
module.exports = { listen, saveAll };
