export function Row({ row, selected }) {
  return <tr className={row.id == selected ? 'selected' : ''}>{row.name}</tr>; // leak: loose-equality
}
