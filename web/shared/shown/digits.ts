/** An ID number in groups of 6, 8 and 4, as it stands on the card; what is not complete yet in as many groups as there are. */
export const idNumberGroups = (number: string): string =>
  [number.slice(0, 6), number.slice(6, 14), number.slice(14)].filter((group) => group !== '').join(' ')

/** A mobile number in groups of 3, 4 and 4. */
export const phoneGroups = (phone: string): string =>
  [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)].filter((group) => group !== '').join(' ')

/** The number of a bank card in groups of four, as it stands on the card. */
export const cardGroups = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ')

/** A text with `insert` in the place of what is selected, and where the caret stands then. */
export const insertedAt = (
  text: string,
  insert: string,
  from: number,
  to: number,
): { text: string; caret: number } => ({
  text: text.slice(0, from) + insert + text.slice(to),
  caret: from + insert.length,
})
