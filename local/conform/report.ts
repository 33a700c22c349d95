import type { InBoth } from '../../shared/command/told.ts'
import type { Check } from './cases/judging.ts'

/**
 * `partly`: what could be seen was right, and something was left out as there was nothing to see it by. `not_judged`: nothing could be
 * seen, for that reason or, where a check was `hindered`, by a fault.
 */
type CaseVerdict = 'passed' | 'partly' | 'failed' | 'not_judged'

/** A case, and what was found of it. */
export type Judged = { number: number; id: string; title: InBoth; verdict: CaseVerdict; checks: readonly Check[] }

/** What a run has found. `shiming`: where Shiming's API was played; `unplayed`: what else was asked for there. */
export type Report = {
  webhook: string
  gate: string | undefined
  state: string | undefined
  shiming: string
  unplayed: readonly string[]
  /** For receivers that check by public key: of each secret that was given. */
  publicKeys: readonly string[]
  cases: readonly Judged[]
}

/** What the checks of a case come to. */
export const verdictOf = (checks: readonly Check[]): CaseVerdict => {
  const are = new Set(checks.map(({ verdict }) => verdict))
  if (are.has('wrong')) return 'failed'
  if (are.has('hindered') || !are.has('right')) return 'not_judged'
  return are.has('left_out') ? 'partly' : 'passed'
}

/** Whether whatever could be judged was right, and nothing was hindered by a fault. */
export const areRight = (checks: readonly Check[]): boolean =>
  checks.every(({ verdict }) => verdict === 'right' || verdict === 'left_out')

/** Whether that is so of every case. */
export const conforms = ({ cases }: Report): boolean => cases.every(({ checks }) => areRight(checks))

/** The section that explains a case. */
export const pageOf = ({ id }: Judged): string => `docs/conformance.md#${id}`
