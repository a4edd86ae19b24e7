setInterval(() => {
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  console.log(days[new Date().getDay()]);
}, 60000);
