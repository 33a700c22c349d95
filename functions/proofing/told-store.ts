import type { Millis } from '../../shared/kernel/time.ts'
import type { Told } from '../../shared/table/told.ts'
import type { Write } from '../../shared/table/write.ts'
import { toldLetter } from './letters.ts'
import type { Proofing } from './proofing.ts'
import { proofingKept } from './proofing-store.ts'
import type { ProofingSettings } from './settings.ts'

/** How an account is told something by a message of ours, and where the pages are. */
export type Telling = {
  told: Told
  publicUrl: string
}

/** An account that is verified from now on; `others`: the other accounts of the same person. */
export type Verified = Pick<
  Proofing,
  | 'id'
  | 'accountId'
  | 'byPeople'
  | 'deciders'
  | 'since'
  | 'maskedName'
  | 'maskedIdNumber'
  | 'maskedPhone'
  | 'phoneIndex'
> & { others: readonly string[] }

/**
 * P11 in the commit that verifies an account, that is told to it and to every other account of the same person, with the way to say that it
 * was not them.
 */
export const proofingTold = (
  { others, ...of }: Verified,
  { proofing: { disputeMs } }: Pick<ProofingSettings, 'proofing'>,
  { told, publicUrl }: Telling,
  now: Millis,
): Write[] => {
  const receivers = [of.accountId, ...others.filter((one) => one !== of.accountId)]
  const proofing: Proofing = { ...of, receivers, at: now, until: now + disputeMs, status: 'told' }
  return [
    proofingKept(proofing),
    ...receivers.map((one) => told(one, toldLetter(proofing, one === of.accountId ? 'own' : 'other', publicUrl), now)),
  ]
}
