import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { counted, LIMITED } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { type HeldIdentity, heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { clashWork } from '../keys.ts'
import { clashLetter } from '../letters.ts'
import type { ProofingSettings } from '../settings.ts'
import { CLASH_MOVED, clashOf, clashSettled, type OwedClash } from './clash-store.ts'

export type ClashDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  settings: Pick<ProofingSettings, 'proofing'>
  /** Where people reach the pages. */
  publicUrl: string
  told: Told
}

/** What a holder is told, where they are the person of then still: once a day at most, and nothing of the account that was refused. */
const toldWrites = ({ settings, told, publicUrl, clock }: ClashDeps, holder: string, held: HeldIdentity): Write[] => {
  const now = clock.now()
  const limit = settings.proofing.clashesToldPerDay
  return [
    identityHeldSince(holder, held.verifiedAt),
    counted({ subject: `CLASHES#${holder}`, window: dayOf(now), limit }),
    told(holder, clashLetter(held, publicUrl), now),
  ]
}

/** Settles it for the next holder, in one commit; false where somebody else did. */
const settleNext = async (deps: ClashDeps, clash: OwedClash, isToldToday = false): Promise<boolean> => {
  const holder = clash.holders[clash.told] ?? ''
  const held = heldIdentity(await deps.table.get(gateKeys.identity(holder)))
  // Whoever is nobody by now, or became somebody since, is not who it was about.
  const isTold = held !== undefined && held.verifiedAt <= clash.at && !isToldToday
  const committed = await deps.table.commit([clashSettled(clash), ...(isTold ? toldWrites(deps, holder, held) : [])])
  if (committed.kind === 'committed') return true
  if (isBecause(committed.conflicts, CLASH_MOVED)) return false
  return settleNext(deps, clash, isBecause(committed.conflicts, LIMITED))
}

/**
 * X5 whoever holds the accounts of a person is told that somebody tried to verify another account as them: `proofing.clashesToldPerDay` times
 * a Beijing day, each holder in a commit of its own, exactly once however often this is begun. Two table calls a holder.
 */
export const followClash = async (deps: ClashDeps, id: string): Promise<string> => {
  const key = clashWork.keyOf(id)
  for (;;) {
    const item = key && (await deps.table.get(key))
    if (!item) return 'nothing_owed'
    const clash = clashOf(item)
    if (!(await settleNext(deps, clash))) return 'moved'
    if (clash.told + 1 >= clash.holders.length) return 'told'
  }
}
