/** The bus carries a megabyte; what somebody reads on a telephone is a quarter of one at most. */
const mostBytes = 180_000;

/**
 * Shows one thing after the other until the next would make an answer too large; the first always fits. `isAll` tells
 * whether nothing is left over.
 */
export async function asManyAsFit<Row, Shown>(
  rows: readonly Row[],
  show: (row: Row) => Promise<Shown>,
  { most = rows.length, bytes = mostBytes }: { readonly most?: number; readonly bytes?: number } = {},
): Promise<{ readonly shown: Shown[]; readonly isAll: boolean }> {
  const shown: Shown[] = [];
  let left = bytes;
  for (const row of rows) {
    if (shown.length >= most) return { shown, isAll: false };
    const next = await show(row);
    left -= Buffer.byteLength(JSON.stringify(next));
    if (left < 0 && shown.length > 0) return { shown, isAll: false };
    shown.push(next);
  }
  return { shown, isAll: true };
}
