const services = ['/db', '/cache', '/mail'];
module.exports = async () => {
  await Promise.all(services.map((path) => fetch(path)));
  await Promise.all(['/a', '/b'].map((path) => fetch(path)));
  await Promise.all(Object.keys({ db: 1, cache: 2 }).map((name) => fetch(`/${name}`)));
};
