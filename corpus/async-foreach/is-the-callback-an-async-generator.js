exports.collect = (list, rows) => list.map(async function* (item) { yield* rows(item); });
