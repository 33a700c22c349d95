import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { counted, endOf, uncounted } from '../limits/limit-store.ts'
import { monthOf } from '../limits/window.ts'
import type { AccountSettings } from '../settings.ts'
import { indexLastFour } from './index-last-four.ts'

export type LastFourDeps = {
  table: Pick<Table, 'update'>
  vault: Vault
  clock: Clock
  settings: Pick<AccountSettings, 'numbers'>
}

/**
 * Which account's person is meant, by what is known of the last four (`expected`, undefined where it is nobody), and on whose account the
 * tries are counted.
 */
export type LastFourOf = { accountId: string; expected: string | undefined; triedBy: string }

/**
 * Whether these are the last four of the ID number an account is verified with. The try is counted before it is compared, and not any
 * more once it was right: `numbers.lastFourTries` wrong ones in thirty days. Refuses, at `/idLastFour`, with `id_last_four_wrong` and
 * `id_last_four_too_often`. One call, two where it is right, and one to KMS the first time.
 */
export const answerLastFour = async (
  { table, vault, clock, settings }: LastFourDeps,
  { accountId, expected, triedBy }: LastFourOf,
  typed: string,
): Promise<Outcome<undefined>> => {
  const window = monthOf(clock.now())
  const counter = { subject: `LAST_FOUR#${triedBy}`, window }
  const tried = await table.update(counted({ ...counter, limit: settings.numbers.lastFourTries }))
  if (tried.kind === 'conflict') {
    const { refusal } = refusedField('/idLastFour', 'id_last_four_too_often')
    return { ok: false, refusal: { ...refusal, retryAt: endOf([tried.item]) } }
  }
  const isSame = (await indexLastFour(vault, accountId, typed)) === expected
  if (!isSame) return refusedField('/idLastFour', 'id_last_four_wrong')
  await table.update(uncounted(counter))
  return ok(undefined)
}
