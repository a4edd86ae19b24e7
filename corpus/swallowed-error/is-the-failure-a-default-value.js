module.exports = async function price(id) {
  try {
    return (await fetch(`/price/${id}`)).json();
  } catch (error) { // leak: swallowed-error (missed)
    return 0;
  }
};
