import * as z from 'zod/mini'
import { ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  all,
  type Delete,
  equals,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  remove,
} from '../../../shared/table/write.ts'
import { applicationKeys } from '../keys.ts'
import { type AccountProof, type ProofEvent, proofStatuses, proofTransitions, withoutSpent } from './proof.ts'

const text = z.string()
const stored = z.object({
  ...{ accountId: text, applicant: text, call: text, vendor: text, status: z.enum(proofStatuses) },
  ...{ at: z.number(), until: z.number(), lastFour: text, tries: z.int(), changes: z.int() },
  sealed: z.optional(z.object({ wrappedKey: text, accountNumber: text, fen: text })),
  reference: z.optional(text),
  provenAt: z.optional(z.number()),
})

/** The proof in an item; undefined where there is none. */
export const proofIn = (item: Item | undefined): AccountProof | undefined => item && z.parse(stored, item)

/** Why a write about a proof comes to nothing: it is not as it was read. */
export const PROOF_MOVED = 'proof_moved'

/** The number and the amount go with the write that ends it, and with the whole item where its time is over and nobody writes. */
const written = (proof: AccountProof) => {
  const { sealed, ...of } = withoutSpent(proof)
  return { ...of, ...(sealed && { sealed: { ...sealed }, ttl: ttlAt(of.until) }) }
}

const keyOf = ({ accountId, applicant }: Pick<AccountProof, 'accountId' | 'applicant'>) =>
  applicationKeys.accountProof(accountId, applicant)

/** The first of an applicant is about to be asked for. */
export const proofBegun = (of: AccountProof): Put => put(keyOf(of), written(of), isNew, PROOF_MOVED)

/** The proof as it is after an event, if it is as it was read. */
export const proofMoved = (before: AccountProof, on: ProofEvent, after: AccountProof): Put =>
  put(
    keyOf(before),
    written({ ...after, changes: before.changes + 1 }),
    all(
      stateAllows(proofTransitions, on),
      equals('status', before.status),
      equals('call', before.call),
      equals('changes', before.changes),
    ),
    PROOF_MOVED,
  )

/** What was proven of an account, or was about to be, is erased. */
export const proofForgotten = ({ pk, sk }: Key): Delete => remove({ pk, sk })
