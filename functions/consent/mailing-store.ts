import type { Put, Update } from '../../shared/table/write.ts'
import { disclosed, disclosureEnded } from './disclosure-store.ts'
import { type DisclosureKnown, mailed, mailRequested, type Permit, type Texting } from './permit.ts'

/** An e-mail is going to be sent: what lets it, and the record for the account that asks for it. Nobody has one without the other. */
export const mailHandedOn = (texting: Texting, accountId: string): { permit: Permit; record: Put } => ({
  permit: mailRequested(texting),
  record: disclosed(mailed(texting, accountId, 'possibly_sent')),
})

/** It is known what became of an e-mail that an account asked for. */
export const mailEnded = (id: string, accountId: string, outcome: DisclosureKnown): Update =>
  disclosureEnded({ accountId, id }, outcome)
