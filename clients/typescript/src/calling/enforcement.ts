/** A warning that the gate will shut for somebody who is not verified. */
export type EnforcementNotice = {
  /** From when on. */
  from: Date
  /** Days of the Beijing calendar until then. */
  daysLeft: number
  /** Which warning is due: from 30, 7 or 1 days before. A newer service may warn at other times. */
  notice: number
}

const HEADER = 'shiming-enforcement'
const FORM = /^"([^"]+)";days=(\d+);notice=(\d+)$/

/** The warning in the headers of an answer; undefined where there is none, or one in a form that a newer service may have. */
export const enforcementIn = (headers: Headers): EnforcementNotice | undefined => {
  const [, date = '', days, notice] = FORM.exec(headers.get(HEADER) ?? '') ?? []
  const from = new Date(date)
  return Number.isNaN(from.getTime()) ? undefined : { from, daysLeft: Number(days), notice: Number(notice) }
}
