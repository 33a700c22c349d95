/** A state table, from its opening bracket to what it satisfies. */
const TABLE = /= \[\n(?:(?!\n\]).)*\n\] as const satisfies StateTable</gs
/** A row of one: everything before its sentence, the sentence for people, and what closes the row. */
const ROW =
  /(?<before>\{\s*from: \[[^\]]*\],\s*(?:to: '[^']*',\s*)?on: '[^']*',)(?<sentence>\s*when:\s*'(?:[^'\\]|\\.)*',?)(?<after>\s*\})/g

const lineEndsOf = (text: string): string => text.replaceAll(/[^\n]/g, '')

const rowWithout = (_row: string, before: string, sentence: string, after: string): string =>
  `${before}${lineEndsOf(sentence)}${after}`

/**
 * A source file without the sentences of its state tables, which say when each event happens: the page of states is made of them,
 * and nothing that runs reads one. Only rows of a table lose one, whatever else says `when`. Lines stay, so that maps hold.
 */
export const withoutSentences = (source: string): string =>
  source.replace(TABLE, (table) => table.replace(ROW, rowWithout))
