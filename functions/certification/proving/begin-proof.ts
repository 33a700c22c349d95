import { createHash } from 'node:crypto'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { target } from '../../../shared/kernel/states.ts'
import { type Clock, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { refuseBan } from '../../account/bans/refuse-ban.ts'
import { counted, LIMITED } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { consentTo, type Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { consentGiven } from '../../consent/consent-store.ts'
import { disclosed, disclosureEnded } from '../../consent/disclosure-store.ts'
import { disclosing, itemsOf, type Permit } from '../../consent/permit.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { findApplicant } from '../applying/find-application.ts'
import { accountHandedOn, type CompanyAccountProver, type TransferBegun } from '../company/account-prover.ts'
import type { CertificationSettings } from '../settings.ts'
import { readAccountNumber, readBankCode } from './account-number.ts'
import { findProof } from './find-proof.ts'
import { followProof } from './follow-proof.ts'
import { ACCOUNT_PROOF, type AccountProof, type ApplicantProof, proofTransitions, standingOf } from './proof.ts'
import { PROOF_MOVED, proofBegun, proofMoved } from './proof-store.ts'

export type BeginProofDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  ids: Ids
  vault: Pick<Vault, 'newDataKey'>
  settings: Pick<CertificationSettings, 'company'>
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

type Account = { accountNumber: string; bankCode: string | undefined }

/** What counts how often one account of a company is transferred to, without saying which company. */
const companyOf = ({ creditCode = '' }: Applicant): string =>
  createHash('sha256').update(`account-proof|${creditCode}`).digest('hex').slice(0, 32)

/** What is kept before anything is transferred: whose account, how much, until when. The number and the amount are sealed. */
const compose = async (
  deps: BeginProofDeps,
  prover: CompanyAccountProver,
  of: Applicant,
  { accountNumber }: Account,
): Promise<{ proof: AccountProof; fen: number }> => {
  const { accountId, id } = of
  const now = deps.clock.now()
  const fen = prover.draw()
  const { wrappedKey, seal } = await deps.vault.newDataKey({ account: accountId, verification: id })
  const sealed = (attribute: string, value: string) => seal({ dataSet: ACCOUNT_PROOF, key: id, attribute }, value)
  const proof: AccountProof = {
    ...{ accountId, applicant: id, call: deps.ids.id(), vendor: prover.vendor, status: 'sending' },
    ...{ at: now, until: now + deps.settings.company.accountProofMs, lastFour: accountNumber.slice(-4), tries: 0 },
    sealed: { wrappedKey, accountNumber: sealed('accountNumber', accountNumber), fen: sealed('fen', `${fen}`) },
    changes: 0,
  }
  return { proof, fen }
}

/** Under which consent the number leaves the house, and what lets it. */
const handing = (deps: BeginProofDeps, { accountId, language }: ProofAsked, notice: Notice, proof: AccountProof) => {
  const { call: id, vendor: recipient, applicant: check, at } = proof
  const consent = { ...consentTo(notice, language, at), recipients: [recipient] }
  const purpose = 'company_check' as const
  const given = { id: deps.ids.id(), accountId, purpose, items: itemsOf[purpose], ...consent }
  const { disclosure, permit } = disclosing(given, { id, recipient, items: accountHandedOn, check, at })
  return { permit, writes: [consentGiven(given), disclosed(disclosure)] }
}

const countedProofs = ({ settings }: BeginProofDeps, of: Applicant, now: number): Write[] => [
  counted({
    ...{ subject: `ACCOUNTPROOFS#${of.accountId}`, window: dayOf(now) },
    limit: settings.company.accountProofsPerDay,
  }),
  counted({
    ...{ subject: `ACCOUNTPROOF#${companyOf(of)}`, window: dayOf(now) },
    limit: settings.company.companyAccountProofsPerDay,
  }),
]

/** What the vendor said is kept; a transfer that nobody knows about stays as it was claimed: it is answered, and never asked for again. */
const keepTransfer = async (
  { table }: BeginProofDeps,
  claimed: AccountProof,
  came: TransferBegun,
): Promise<AccountProof> => {
  if (came.kind === 'unknown') return claimed
  const { accountId, call: id } = claimed
  const on = came.kind === 'begun' ? 'begun' : 'not_executed'
  const outcome = came.kind === 'not_executed' && came.notSent ? 'not_sent' : 'answered'
  const status = target(proofTransitions, on)
  const after = { ...claimed, status, ...(came.kind === 'begun' && { reference: came.reference }) }
  await table.commit([proofMoved(claimed, on, after), disclosureEnded({ accountId, id }, outcome)])
  return { ...after, changes: claimed.changes + 1 }
}

type Transferring = { of: Applicant; account: Account; before: AccountProof | undefined; notice: Notice }

/** Claims a transfer, and has it made: at most one that may have been executed, whatever becomes of this invocation. */
const transfer = async (
  deps: BeginProofDeps,
  prover: CompanyAccountProver,
  asked: ProofAsked,
  { of, account, before, notice }: Transferring,
): Promise<Outcome<ApplicantProof>> => {
  const { proof, fen } = await compose(deps, prover, of, account)
  const { permit, writes }: { permit: Permit; writes: Write[] } = handing(deps, asked, notice, proof)
  const claim = before ? proofMoved(before, 'begun_anew', proof) : proofBegun(proof)
  const committed = await deps.table.commit([
    ...[notBanned(of.accountId), claim, ...countedProofs(deps, of, proof.at), ...writes],
  ])
  if (committed.kind === 'conflict') {
    const { conflicts } = committed
    if (isBecause(conflicts, 'banned')) return refused('banned')
    if (isBecause(conflicts, PROOF_MOVED)) return ok({ applicant: of, proof: await findProof(deps, of) })
    return isBecause(conflicts, LIMITED)
      ? refused('account_proofs_used', { retryAt: nextBeijingDay(proof.at) })
      : refused('contended')
  }
  const claimed = { ...proof, changes: before ? before.changes + 1 : 0 }
  const { bankCode, accountNumber } = account
  const to = { companyName: of.companyName ?? '', accountNumber, ...(bankCode !== undefined && { bankCode }), fen }
  const came = await prover.begin(to, { reference: claimed.call }, permit)
  const kept = await keepTransfer(deps, claimed, came)
  if (came.kind !== 'not_executed') return ok({ applicant: of, proof: kept })
  return refused(came.because === 'account' ? 'account_not_taken' : 'account_not_transferred')
}

/**
 * W2 has a small amount transferred to the account of an enterprise, which whoever can see its statement says then. At most one transfer that may have been
 * made is open for an applicant; a second click answers how it stands. Refuses with `banned`, `account_proof_not_offered`, `not_found`,
 * `account_proof_needs_company`, the two wrong fields, `consent_outdated`, `account_proofs_used`, `account_not_taken`, `account_not_transferred` and `contended`.
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
  const before = kept && (standingOf(kept, deps.clock.now()) === 'waiting' ? await followProof(deps, kept) : kept)
  const standing = standingOf(before, deps.clock.now())
  if (standing === 'waiting' || standing === 'proven') return ok({ applicant: of, proof: before })
  const number = readAccountNumber(asked.accountNumber)
  if (!number.ok) return number
  const bank = readBankCode(asked.bankCode)
  if (!bank.ok) return bank
  const notice = await deps.notice()
  if (asked.notice !== notice.version) return consentOutdated(notice)
  const account = { accountNumber: number.value, bankCode: bank.value }
  return transfer(deps, prover, asked, { of, account, before, notice })
}
