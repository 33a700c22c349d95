/**
 * A byte order mark, plain titles, a back-tick before every value, and totals under titles of their own. Values stand as they are,
 * with commas, quotes and line breaks.
 */
export const csv = (
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  totals: readonly (readonly [string, string])[],
): string => {
  const line = (values: readonly string[]) => values.map((value) => `\`${value}`).join(',')
  const lines = [
    titles.join(','),
    ...rows.map(line),
    totals.map(([title]) => title).join(','),
    line(totals.map(([, value]) => value)),
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
