import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Guard } from '../../../shared/table/write.ts'
import { heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Proofing } from '../proofing.ts'
import { findProofing } from '../proofing-store.ts'

/** A verification as an account was told of it; `still`: what must hold of the account when it does something about that. */
export type OwnProofing = { proofing: Proofing; still: readonly Guard[] }

/**
 * A verification that the account was told of. Refuses with `not_found`, also of one that others were told of, and of another account's where
 * this one is that person no more: whose misuse was ended is told nothing. One call, two where another account was verified.
 */
export const findOwnProofing = async (
  table: Pick<Table, 'get'>,
  accountId: string,
  id: string,
): Promise<Outcome<OwnProofing>> => {
  const proofing = await findProofing(table, id)
  if (!proofing?.receivers.includes(accountId)) return refused('not_found')
  if (proofing.accountId === accountId) return ok({ proofing, still: [] })
  const held = heldIdentity(await table.get(gateKeys.identity(accountId)))
  if (!held || held.verifiedAt > proofing.at) return refused('not_found')
  return ok({ proofing, still: [identityHeldSince(accountId, held.verifiedAt)] })
}
