import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { answerLastFour, type LastFourDeps } from './answer-last-four.ts'

export type ReturningDeps = LastFourDeps & {
  /** The blind index of the last four of the ID number an account is verified with; undefined for one that is not. */
  lastFourOf(accountId: string): Promise<string | undefined>
}

/** `idLastFour` as typed. `startsOver`: whoever holds the number now is not who held it then. */
export type Returning = { idLastFour?: string; startsOver: boolean }

/**
 * Whether somebody who has just proven the number of an account is let into that account (`known`) or into a new one. Carriers
 * give a number to somebody else after ninety days, so one that was not proven for that long opens a verified account only with the
 * last four of the ID number, or a new one. The try is counted before it is compared. Refuses with `id_last_four_required`,
 * `id_last_four_wrong`, `id_last_four_too_often`. No call before the number is idle, two more after.
 */
export const findReturning = async (
  deps: ReturningDeps,
  account: { id: string; provenAt: Millis },
  input: Returning,
): Promise<Outcome<'known' | 'new'>> => {
  const now = deps.clock.now()
  const { idleMs } = deps.settings.numbers
  if (now - account.provenAt < idleMs) return ok('known')
  const expected = await deps.lastFourOf(account.id)
  if (expected === undefined) return ok('known')
  if (input.startsOver) return ok('new')
  if (input.idLastFour === undefined) return refusedField('/idLastFour', 'id_last_four_required')
  const four = await answerLastFour(deps, { accountId: account.id, expected, triedBy: account.id }, input.idLastFour)
  return four.ok ? ok('known') : four
}
