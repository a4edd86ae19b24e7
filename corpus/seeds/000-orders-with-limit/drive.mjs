/** What was said and done, in order. */
async function run(it, world, ship) {
  const done = [];
  const log = { info: (what) => done.push(what), error: ({ failure }) => done.push(failure), fatal: (what) => done.push(what) };
  const warehouse = { ship: async (id) => { await world.sleep(5); ship(id); done.push(`sent ${id}`); } };
  await it.default([{ id: 1 }, { id: 2 }], warehouse, log);
  done.push('returned');
  await world.sleep(30);
  return done;
}
const fail = () => { throw new Error('no courier'); };
export const shows = {
  async 'all parcels are said to be sent before one is'({ it, world }) {
    return (await run(it, world, () => {}))[0] === 'all parcels are sent';
  },
  async 'the caller goes on before one is sent'({ it, world }) {
    return (await run(it, world, () => {})).at(-1) !== 'returned';
  },
  async 'a failure is seen by nobody but the console'({ it, world }) {
    return !(await run(it, world, fail)).includes('some parcels are not');
  },
};
