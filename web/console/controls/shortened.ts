/** Enough of both ends to tell two apart. */
const ENDS = 8

/** An id as it is shown where there is little room. */
export const shortened = (text: string): string =>
  text.length <= 2 * ENDS + 2 ? text : `${text.slice(0, ENDS)}…${text.slice(-ENDS)}`
