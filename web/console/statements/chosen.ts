/** What keeps a chosen file from being imported. */
export type FileFault = 'fileNotText' | 'fileEmpty'

/** Below the line of headings, without empty lines. */
export const rowsIn = (csv: string): number =>
  Math.max(0, csv.split('\n').filter((line) => line.trim() !== '').length - 1)

/** What is wrong with a file as a whole; the service says what is wrong in a line. */
export const fileFault = (csv: string): FileFault | undefined => {
  // No text has such a character, and hardly a picture or a sheet is without.
  if (csv.includes('\0')) return 'fileNotText'
  return rowsIn(csv) === 0 ? 'fileEmpty' : undefined
}
