import type { Put, Update } from '../../shared/table/write.ts'
import { disclosed, disclosureEnded } from './disclosure-store.ts'
import { type DisclosureKnown, type Permit, requested, resultText, type Texting, texted } from './permit.ts'

/** A text is going to be sent: what lets it, and the record for the account that asks for it, where that is known. */
export const textRequested = (
  texting: Texting,
  accountId: string | undefined,
): { permit: Permit; records: readonly Put[] } => ({
  permit: requested(texting),
  records: accountId === undefined ? [] : [disclosed(texted(texting, accountId, 'possibly_sent'))],
})

/** A vendor did certainly not take a text that an account asked for. Belongs in the commit before another is asked. */
export const textNotTaken = ({ id, outcome }: Texting & { outcome: DisclosureKnown }, accountId: string): Update =>
  disclosureEnded({ accountId, id }, outcome)

/**
 * The code of a text was typed by whoever it was sent to, so it was sent, unless it is known that this vendor did not: the record for the
 * account it opens.
 */
export const textArrived = ({ outcome, ...texting }: Texting & { outcome?: DisclosureKnown }, accountId: string): Put =>
  disclosed(texted(texting, accountId, outcome ?? 'answered'))

/** A result of what an account applied for is going to be texted: what lets it, and the record for the account. Belongs in the commit before the call. */
export const resultTexted = (texting: Texting, accountId: string): { permit: Permit; record: Put } => ({
  permit: requested(texting),
  record: disclosed(resultText(texting, accountId)),
})

/** A vendor did certainly not take it. Belongs in the commit that puts it off. */
export const resultNotTaken = (of: { id: string; outcome: DisclosureKnown }, accountId: string): Update =>
  disclosureEnded({ accountId, id: of.id }, of.outcome)
