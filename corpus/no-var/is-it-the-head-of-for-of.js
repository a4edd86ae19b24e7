async function run(tasks) {
  for (var task of tasks) await task(); // leak: no-var "`const`"
}
