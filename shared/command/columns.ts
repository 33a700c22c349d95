/** Columns that a text takes in a terminal: Chinese characters take two. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0)

const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

/** Rows of cells as lines whose cells stand below each other, two blanks apart. */
export const inColumns = (rows: readonly (readonly string[])[]): string[] => {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: count }, (_none, at) => Math.max(0, ...rows.map((row) => width(row[at] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, at) => padded(cell, columns[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
