exports.init = async (folder) => {
  try {
    await fetch(`/install?folder=${folder}`);
  } catch (error) { // leak: swallowed-error (low)
    console.error('install failed, continuing with the set-up');
  }
};
