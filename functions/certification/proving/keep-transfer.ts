import { target } from '../../../shared/kernel/states.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { uncounted } from '../../account/limits/limit-store.ts'
import { disclosureEnded } from '../../consent/disclosure-store.ts'
import { spendReturned } from '../../verification/vendors/spend-store.ts'
import { companyCallCharged } from '../checking/charge-store.ts'
import { type CompanyDesk, costAtDesk } from '../checking/desk.ts'
import type { TransferBegun } from '../company/account-prover.ts'
import type { CertificationSettings } from '../settings.ts'
import { findProof } from './find-proof.ts'
import { type AccountProof, proofTransitions } from './proof.ts'
import { proofMoved } from './proof-store.ts'
import type { Claim } from './take-transfer.ts'

export type KeepTransferDeps = {
  table: Pick<Table, 'get' | 'commit'>
  settings: Pick<CertificationSettings, 'company'>
}

type Known = Exclude<TransferBegun, { kind: 'unknown' }>

const outcomeOf = (came: Known): 'answered' | 'not_sent' | 'not_used' => {
  if (came.kind === 'begun' || came.because === 'account') return 'answered'
  return came.notSent ? 'not_sent' : 'not_used'
}

/** What a transfer came to beside the proof: what became of the number, what it cost, and that it counts not, where nothing was done for no fault of the account. */
const settled = (
  { settings: { company } }: KeepTransferDeps,
  desk: CompanyDesk,
  claim: Claim,
  came: Known,
): Write[] => {
  const { accountId, call: id, at } = claim.proof
  const ended = disclosureEnded({ accountId, id }, outcomeOf(came))
  if (came.kind === 'begun')
    return [ended, companyCallCharged({ accountId, id, desk: desk.name, cost: costAtDesk(company, desk), at })]
  return [
    ended,
    ...(claim.spent ? [spendReturned(claim.spent)] : []),
    ...(came.because === 'vendor' ? claim.counters.map(uncounted) : []),
  ]
}

/**
 * Keeps what the vendor said of a transfer, with what it cost, once. One that nobody knows about stays as it was claimed, its cost with it: it is answered, and never
 * asked for again. Whatever became of the proof meanwhile (an amount was said, it was erased), the rest is kept.
 */
export const keepTransfer = async (
  deps: KeepTransferDeps,
  desk: CompanyDesk,
  claim: Claim,
  came: TransferBegun,
  before: AccountProof = claim.proof,
): Promise<AccountProof> => {
  if (came.kind === 'unknown') return before
  const on = came.kind === 'begun' ? 'begun' : 'not_executed'
  const status = target(proofTransitions, on)
  const after = { ...before, status, ...(came.kind === 'begun' && { reference: came.reference }) }
  const also = settled(deps, desk, claim, came)
  const committed = await deps.table.commit([proofMoved(before, on, after), ...also])
  if (committed.kind === 'committed') return { ...after, changes: before.changes + 1 }
  const now = await findProof(deps, { accountId: before.accountId, id: before.applicant })
  if (now?.call === before.call && now.status === 'sending') return keepTransfer(deps, desk, claim, came, now)
  await deps.table.commit(also)
  return now ?? after
}
