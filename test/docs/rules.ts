/** How much of a rule is built. */
const statuses = ['works', 'partly', 'not yet'] as const

/** A rule of docs/rules.md. */
export type Rule = { id: string; meaning: string; status: (typeof statuses)[number] }

const ROW = /^\| [PXWM]\d/
const WELL_FORMED = new RegExp(`^\\| ([PXWM]\\d{1,2}) \\| (\\S.*\\S) \\| (${statuses.join('|')}) \\|$`)

const ruleIn = (row: string): Rule => {
  const [, id, meaning, named] = row.match(WELL_FORMED) ?? []
  const status = statuses.find((one) => one === named)
  if (!id || !meaning || !status) throw new Error(`not a row "| id | meaning | ${statuses.join(', ')} |": ${row}`)
  return { id, meaning, status }
}

/** The rules in the tables of a page; throws for a row that has another form. */
export const rulesIn = (page: string): Rule[] =>
  page
    .split('\n')
    .filter((line) => ROW.test(line))
    .map(ruleIn)
