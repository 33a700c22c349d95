import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { counted, endOf } from '../limits/limit-store.ts'
import { monthOf } from '../limits/window.ts'
import type { AccountSettings } from '../settings.ts'
import { indexLastFour } from './index-last-four.ts'

export type ReturningDeps = {
  table: Table
  vault: Vault
  clock: Clock
  settings: Pick<AccountSettings, 'numbers'>
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
  const { idleMs, lastFourTries } = deps.settings.numbers
  if (now - account.provenAt < idleMs) return ok('known')
  const expected = await deps.lastFourOf(account.id)
  if (expected === undefined) return ok('known')
  if (input.startsOver) return ok('new')
  if (input.idLastFour === undefined) return refusedField('/idLastFour', 'id_last_four_required')
  const tried = await deps.table.update(
    counted({ subject: `LAST_FOUR#${account.id}`, window: monthOf(now), limit: lastFourTries }),
  )
  if (tried.kind === 'conflict') {
    const { refusal } = refusedField('/idLastFour', 'id_last_four_too_often')
    return { ok: false, refusal: { ...refusal, retryAt: endOf([tried.item]) } }
  }
  const typed = await indexLastFour(deps.vault, account.id, input.idLastFour)
  return typed === expected ? ok('known') : refusedField('/idLastFour', 'id_last_four_wrong')
}
