import { target } from '../../../shared/kernel/states.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { CompanyAccountProver } from '../company/account-prover.ts'
import { type AccountProof, proofTransitions } from './proof.ts'
import { proofMoved } from './proof-store.ts'

export type FollowProofDeps = {
  table: Pick<Table, 'commit'>
  /** Who transfers; undefined where nobody does. */
  prover: CompanyAccountProver | undefined
}

/** How one stands whose transfer is under way: where it came back, it has failed, and there may be another. At most two calls, one to the vendor. */
export const followProof = async ({ table, prover }: FollowProofDeps, proof: AccountProof): Promise<AccountProof> => {
  if (proof.status !== 'waiting' || proof.reference === undefined || prover?.vendor !== proof.vendor) return proof
  if ((await prover.read(proof.reference)) !== 'failed') return proof
  const after: AccountProof = { ...proof, status: target(proofTransitions, 'came_back') }
  const committed = await table.commit([proofMoved(proof, 'came_back', after)])
  return committed.kind === 'committed' ? { ...after, changes: proof.changes + 1 } : proof
}
