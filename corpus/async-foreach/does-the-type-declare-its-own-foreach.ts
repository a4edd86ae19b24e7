interface Cursor {
  forEach(visit: (row: string) => Promise<void>): Promise<void>;
}
export function drain(cursor: Cursor) {
  cursor.forEach(async (row) => console.log(row));
}
