import type { Put } from '../../shared/table/write.ts'
import { disclosed } from './disclosure-store.ts'
import { type Permit, requested, type Texting, texted } from './permit.ts'

/** A text is going to be sent: what lets it, and the record for the account that asks for it, where that is known. */
export const textRequested = (
  texting: Texting,
  accountId: string | undefined,
): { permit: Permit; records: readonly Put[] } => ({
  permit: requested(texting),
  records: accountId === undefined ? [] : [disclosed(texted(texting, accountId, 'possibly_sent'))],
})

/** The code of a text was typed by whoever it was sent to, so it was sent: the record for the account it opens. */
export const textArrived = (texting: Texting, accountId: string): Put =>
  disclosed(texted(texting, accountId, 'answered'))
