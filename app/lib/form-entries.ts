/** The text fields of a form in the order they stand, files left out. NUL and other control characters have no place in an answer. */
export const textFields = (form: FormData): [string, string][] =>
  [...form.entries()].flatMap(([name, value]) =>
    // eslint-disable-next-line no-control-regex
    typeof value === 'string' ? [[name, value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')] as [string, string]] : [],
  );

/** A table's fields without one row; the rows after it move up. */
export function withoutRow(fields: [string, string][], table: string, row: number): [string, string][] {
  return fields.flatMap(([name, value]): [string, string][] => {
    const cell = name.startsWith(`${table}.`) ? /^(\d+)(\..+)$/.exec(name.slice(table.length + 1)) : null;
    if (!cell || Number(cell[1]) < row) return [[name, value]];
    return Number(cell[1]) === row ? [] : [[`${table}.${Number(cell[1]) - 1}${cell[2]}`, value]];
  });
}
