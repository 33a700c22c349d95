import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { nextBeijingDay } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { LIMITED } from '../../account/limits/limit-store.ts'
import type { Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { turnAt } from '../../verification/check/breaker.ts'
import { breakerKeys, breakersOf } from '../../verification/check/breaker-store.ts'
import { deskRecords } from '../../verification/vendors/record-desk.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { findApplicant } from '../applying/find-application.ts'
import { transferDeskOf } from '../checking/desk.ts'
import type { CompanyAccountProver } from '../company/account-prover.ts'
import { readAccountNumber, readBankCode } from './account-number.ts'
import { findProof } from './find-proof.ts'
import { followProof } from './follow-proof.ts'
import { keepTransfer } from './keep-transfer.ts'
import { type AccountProof, type ApplicantProof, standingOf } from './proof.ts'
import { PROOF_MOVED } from './proof-store.ts'
import { type Transfer, type TransferDeps, takeTransfer } from './take-transfer.ts'

const { recordDailySpend, recordRecovery, recordRefusal } = deskRecords('transfer')

export type BeginProofDeps = Omit<TransferDeps, 'table'> & {
  table: Pick<Table, 'get' | 'getMany' | 'commit'>
  /** Who transfers; undefined where nobody does. */
  prover: CompanyAccountProver | undefined
  /** What is agreed to before, kept by then. */
  notice: () => Promise<Notice>
}

/** Which account of which applicant, and what was agreed to. */
export type ProofAsked = {
  accountId: string
  id: string
  accountNumber: string
  bankCode?: string | undefined
  notice: string
  language: Language
}

const refusalOn = async (
  deps: BeginProofDeps,
  of: Applicant,
  conflicts: readonly Conflict[],
): Promise<Outcome<ApplicantProof>> => {
  if (isBecause(conflicts, 'banned')) return refused('banned')
  if (isBecause(conflicts, PROOF_MOVED)) return ok({ applicant: of, proof: await findProof(deps, of) })
  return isBecause(conflicts, LIMITED)
    ? refused('account_proofs_used', { retryAt: nextBeijingDay(deps.clock.now()) })
    : refused('contended')
}

type Account = { accountNumber: string; bankCode: string | undefined }
type Transferring = Omit<Transfer, 'accountNumber' | 'desk' | 'turn'> & { account: Account }

/** Has it transferred, where the vendor lets us: once, whatever becomes of this invocation. */
const transfer = async (
  deps: BeginProofDeps,
  { account: { accountNumber, bankCode }, ...asked }: Transferring,
): Promise<Outcome<ApplicantProof>> => {
  const { of, prover } = asked
  const desk = transferDeskOf(prover.vendor)
  const breaker = breakersOf([desk], await deps.table.getMany(breakerKeys([desk])))[desk.name]
  const turn = turnAt(breaker, deps.clock.now())
  if (turn.kind === 'wait') return refused('account_not_transferred', { retryAt: turn.until })
  const taken = await takeTransfer(deps, { ...asked, accountNumber, desk, turn })
  if (taken.kind === 'conflict') return refusalOn(deps, of, taken.conflicts)
  if (taken.kind === 'spent') {
    await recordDailySpend(deps, { desk, breaker })
    return refused('account_not_transferred', { retryAt: nextBeijingDay(deps.clock.now()) })
  }
  const { claim } = taken
  const seen = { desk, breaker: claim.breaker ?? breaker }
  const { companyName = '' } = of
  const to = { companyName, accountNumber, ...(bankCode !== undefined && { bankCode }), fen: claim.fen }
  const came = await prover.begin(to, { reference: claim.proof.call }, claim.permit)
  const proof = await keepTransfer(deps, desk, claim, came)
  const isRefusal = came.kind === 'not_executed' && came.because === 'vendor'
  if (isRefusal && came.needsRepair) await recordRefusal(deps, seen, came.vendorCode)
  if (isRefusal) return refused('account_not_transferred')
  if (came.kind !== 'unknown') await recordRecovery(deps, seen)
  return came.kind === 'not_executed' ? refused('account_not_taken') : ok({ applicant: of, proof })
}

/**
 * W2 has a small amount transferred to the account of an enterprise, which whoever can see its statement says then. At most one transfer that may have been
 * made is open for an applicant; a second click answers how it stands. Refuses with `banned`, `account_proof_not_offered`, `not_found`,
 * `account_proof_needs_company`, the two wrong fields, `consent_outdated`, `account_proofs_used`, `account_not_taken`, `account_not_transferred` (until when, where
 * that is known) and `contended`.
 */
export const beginProof = async (deps: BeginProofDeps, asked: ProofAsked): Promise<Outcome<ApplicantProof>> => {
  const allowed = await refuseBan(deps, asked.accountId)
  if (!allowed.ok) return allowed
  const { prover } = deps
  if (!prover) return refused('account_proof_not_offered')
  const found = await findApplicant(deps, asked.accountId, asked.id)
  if (!found.ok) return found
  const of = found.value
  if (of.kind !== 'enterprise') return refused('account_proof_needs_company')
  const kept = await findProof(deps, of)
  const now = deps.clock.now()
  const before: AccountProof | undefined =
    kept && (standingOf(kept, now) === 'waiting' ? await followProof(deps, kept) : kept)
  const standing = standingOf(before, now)
  if (standing === 'waiting' || standing === 'proven') return ok({ applicant: of, proof: before })
  const number = readAccountNumber(asked.accountNumber)
  if (!number.ok) return number
  const bank = readBankCode(asked.bankCode)
  if (!bank.ok) return bank
  const notice = await deps.notice()
  if (asked.notice !== notice.version) return consentOutdated(notice)
  const account = { accountNumber: number.value, bankCode: bank.value }
  return transfer(deps, { of, account, before, prover, agreed: { notice, language: asked.language } })
}
