/** One line of figures. `verdict` says whether the budget is met, where there is one. */
export type Row = { cells: readonly string[]; verdict?: string }

/** What one measurement found. `how` says what was measured, and how; `reasons` why a budget is missed. */
export type Section = {
  title: string
  how: string
  head: readonly string[]
  rows: readonly Row[]
  reasons?: readonly string[]
}

const KB = 1000

export const kilobytes = (bytes: number): string => (bytes / KB).toFixed(0)
export const decimal = (value: number): string => value.toFixed(1)
export const times = (ratio: number): string => ratio.toFixed(2)
export const seconds = (ms: number): string => (ms / 1000).toFixed(1)

/** `yes`, or everything that is over budget. */
export const verdict = (limits: Record<string, boolean>): string => {
  const missed = Object.entries(limits).flatMap(([what, met]) => (met ? [] : [what]))
  return missed.length === 0 ? 'yes' : `NO: ${missed.join(', ')}`
}

const isMissed = ({ verdict = '' }: Row): boolean => verdict.startsWith('NO')

const line = (cells: readonly string[], widths: readonly number[]): string =>
  `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`

const table = ({ head, rows }: Section): string[] => {
  const judged = rows.some(({ verdict }) => verdict !== undefined)
  const all = [[...head, ...(judged ? ['met'] : [])]]
  for (const { cells, verdict = '' } of rows) all.push([...cells, ...(judged ? [verdict] : [])])
  const widths = all[0]?.map((_cell, at) => Math.max(3, ...all.map((cells) => cells[at]?.length ?? 0))) ?? []
  const [titles = [], ...figures] = all.map((cells) => line(cells, widths))
  return [
    String(titles),
    line(
      widths.map((width) => '-'.repeat(width)),
      widths,
    ),
    ...figures,
  ]
}

/** A section as Markdown that is also read as plain text. */
export const written = (section: Section): string => {
  const missed = section.rows.some(isMissed)
  const reasons = missed ? (section.reasons ?? []).map((reason) => `- ${reason}`) : []
  const why = reasons.length > 0 ? ['', 'Where the budget is missed:', '', ...reasons] : []
  return [`## ${section.title}`, '', section.how, '', ...table(section), ...why, ''].join('\n')
}

/** How many lines with a budget there are, and how many of them miss it. */
export const tally = (sections: readonly Section[]): string => {
  const judged = sections.flatMap(({ rows }) => rows.filter(({ verdict }) => verdict !== undefined))
  return `${judged.length - judged.filter(isMissed).length} of ${judged.length} lines with a budget meet it.`
}
