export default async ({ it, mark }) => it.giveBack(mark(await it.borrow()));
