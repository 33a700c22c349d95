import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { target } from '../../../shared/kernel/states.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { isBecause } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { findApplicant } from '../applying/find-application.ts'
import { findProof } from './find-proof.ts'
import { type FollowProofDeps, followProof } from './follow-proof.ts'
import { ACCOUNT_PROOF, type AccountProof, type ApplicantProof, proofTransitions, standingOf, TRIES } from './proof.ts'
import { proofMoved } from './proof-store.ts'

export type AnswerProofDeps = FollowProofDeps & {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  vault: Pick<Vault, 'openDataKey'>
}

/** Whether that is the amount that was transferred. One call to KMS. */
const isRight = async (
  { vault }: AnswerProofDeps,
  { accountId, applicant }: AccountProof,
  sealed: NonNullable<AccountProof['sealed']>,
  fen: number,
): Promise<boolean> => {
  const key = await vault.openDataKey(sealed.wrappedKey, { account: accountId, verification: applicant })
  try {
    return key.open({ dataSet: ACCOUNT_PROOF, key: applicant, attribute: 'fen' }, sealed.fen) === `${fen}`
  } finally {
    key.forget()
  }
}

/** Keeps that it is proven, whatever other tries were counted meanwhile; they are at most two. */
const keepProven = async (deps: AnswerProofDeps, proof: AccountProof, at: number): Promise<Outcome<AccountProof>> => {
  const after: AccountProof = { ...proof, status: target(proofTransitions, 'proven'), provenAt: at }
  const committed = await deps.table.commit([proofMoved(proof, 'proven', after)])
  if (committed.kind === 'committed') return ok(after)
  const now = await findProof(deps, { accountId: proof.accountId, id: proof.applicant })
  if (now?.call !== proof.call || now.status === 'failed') return refused('contended')
  return now.status === 'proven' ? ok(now) : keepProven(deps, now, at)
}

/**
 * W2 somebody says how many fen arrived at the account of an applicant. It counts as a try before it is compared, so that of however many at once three are
 * compared at most. Refuses with `banned`, `not_found`, `account_proof_over` (none is open), `account_amount_wrong` with the tries that are left, and `contended`,
 * where another came at once and this one was neither counted nor compared.
 */
export const answerProof = async (
  deps: AnswerProofDeps,
  { accountId, id, fen }: { accountId: string; id: string; fen: number },
): Promise<Outcome<ApplicantProof>> => {
  const allowed = await refuseBan(deps, accountId)
  if (!allowed.ok) return allowed
  const found = await findApplicant(deps, accountId, id)
  if (!found.ok) return found
  const applicant = found.value
  const kept = await findProof(deps, { accountId, id })
  const now = deps.clock.now()
  const isOpen = kept !== undefined && standingOf(kept, now) === 'waiting'
  // A transfer that came back takes no try.
  const proof = isOpen ? await followProof(deps, kept) : kept
  const standing = standingOf(proof, now)
  if (proof && standing === 'proven') return ok({ applicant, proof })
  if (!proof?.sealed || standing !== 'waiting') return refused('account_proof_over')
  const tried = { ...proof, tries: proof.tries + 1 }
  const committed = await deps.table.commit([notBanned(accountId), proofMoved(proof, 'tried', tried)])
  if (committed.kind === 'conflict') return refused(isBecause(committed.conflicts, 'banned') ? 'banned' : 'contended')
  const counted = { ...tried, changes: proof.changes + 1 }
  if (!(await isRight(deps, counted, proof.sealed, fen)))
    return refused('account_amount_wrong', { extra: { triesLeft: TRIES - counted.tries } })
  const proven = await keepProven(deps, counted, now)
  return proven.ok ? ok({ applicant, proof: proven.value }) : proven
}
