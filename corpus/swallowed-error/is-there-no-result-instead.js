// Shown at low confidence only: the caller may ask whether there is a result.
module.exports = async function load(id) {
  try {
    return await fetch(`/orders/${id}`);
  } catch (error) { // leak: swallowed-error
    console.error(error);
  }
};
