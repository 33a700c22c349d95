import { createHash } from 'node:crypto'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { type Counter, counted } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { consentTo, type Notice } from '../../consent/consent.ts'
import { consentGiven } from '../../consent/consent-store.ts'
import { disclosed } from '../../consent/disclosure-store.ts'
import { disclosing, itemsOf, type Permit } from '../../consent/permit.ts'
import { type Breaker, probedNow, type Turn } from '../../verification/check/breaker.ts'
import { breakerProbed } from '../../verification/check/breaker-store.ts'
import type { DeskDeps } from '../../verification/vendors/pause-desk.ts'
import type { Spent } from '../../verification/vendors/spend.ts'
import { spendShares } from '../../verification/vendors/spend-store.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { type CompanyDesk, companyLimitAt } from '../checking/desk.ts'
import { accountHandedOn, type CompanyAccountProver } from '../company/account-prover.ts'
import type { CertificationSettings } from '../settings.ts'
import { ACCOUNT_PROOF, type AccountProof } from './proof.ts'
import { proofBegun, proofMoved } from './proof-store.ts'

export type TransferDeps = DeskDeps & {
  ids: Ids
  vault: Pick<Vault, 'newDataKey'>
  settings: DeskDeps['settings'] & Pick<CertificationSettings, 'company'>
}

/** Whose account, who transfers, and what was agreed to. `before`: the proof that this one comes in the place of. */
export type Transfer = {
  of: Applicant
  accountNumber: string
  before: AccountProof | undefined
  prover: CompanyAccountProver
  desk: CompanyDesk
  turn: Exclude<Turn, { kind: 'wait' }>
  agreed: { notice: Notice; language: Language }
}

/** A transfer that is about to be made. `counters`: what it counts towards; `breaker`: that of the desk by now, where there is one. */
export type Claim = {
  proof: AccountProof
  fen: number
  permit: Permit
  counters: readonly Counter[]
  spent: Spent | undefined
  breaker: Breaker | undefined
}

export type Taken =
  | { kind: 'claimed'; claim: Claim }
  | { kind: 'spent' }
  | { kind: 'conflict'; conflicts: readonly Conflict[] }

/** What counts how often one account of a company is transferred to, without saying which company. */
const companyOf = ({ creditCode = '' }: Applicant): string =>
  createHash('sha256').update(`account-proof|${creditCode}`).digest('hex').slice(0, 32)

const countersOf = ({ settings: { company }, clock }: TransferDeps, of: Applicant): Counter[] => {
  const window = dayOf(clock.now())
  return [
    { subject: `ACCOUNTPROOFS#${of.accountId}`, window, limit: company.accountProofsPerDay },
    { subject: `ACCOUNTPROOF#${companyOf(of)}`, window, limit: company.companyAccountProofsPerDay },
  ]
}

/** What is kept before anything is transferred: whose account, how much, until when. The number and the amount are sealed. */
const compose = async (
  deps: TransferDeps,
  { of: { accountId, id }, accountNumber, prover }: Transfer,
): Promise<{ proof: AccountProof; fen: number }> => {
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
const handing = ({ ids }: TransferDeps, { agreed: { notice, language } }: Transfer, proof: AccountProof) => {
  const { accountId, call: id, vendor: recipient, applicant: check, at } = proof
  const consent = { ...consentTo(notice, language, at), recipients: [recipient] }
  const purpose = 'company_check' as const
  const given = { id: ids.id(), accountId, purpose, items: itemsOf[purpose], ...consent }
  const { disclosure, permit } = disclosing(given, { id, recipient, items: accountHandedOn, check, at })
  return { permit, writes: [consentGiven(given), disclosed(disclosure)] }
}

/**
 * Claims a transfer before it is made, with what it may cost and what is handed on for it: at most one that may have been executed, whatever becomes of this
 * invocation. Conflicts are those of its writes: `banned`, `LIMITED`, `PROOF_MOVED` and others. One call to KMS.
 */
export const takeTransfer = async (deps: TransferDeps, transfer: Transfer): Promise<Taken> => {
  const { of, before, desk, turn } = transfer
  const { proof, fen } = await compose(deps, transfer)
  const { permit, writes } = handing(deps, transfer, proof)
  const counters = countersOf(deps, of)
  const probed = turn.kind === 'probe' ? probedNow(turn.seen, proof.call, proof.at) : undefined
  const also: Write[] = [
    ...[notBanned(of.accountId), before ? proofMoved(before, 'begun_anew', proof) : proofBegun(proof)],
    ...counters.map(counted),
    ...writes,
    ...(turn.kind === 'probe' && probed ? breakerProbed(desk.name, turn.seen, probed) : []),
  ]
  const limit = companyLimitAt(deps.settings.company, desk)
  for (const share of spendShares(limit, { accountId: of.accountId, vendor: desk.name }, proof.at)) {
    const committed = await deps.table.commit([...also, ...(share ? [share.write] : [])])
    if (committed.kind === 'committed') {
      const claimed = { ...proof, changes: before ? before.changes + 1 : 0 }
      return {
        kind: 'claimed',
        claim: { proof: claimed, fen, permit, counters, spent: share?.spent, breaker: probed },
      }
    }
    const others = committed.conflicts.filter(({ because }) => because !== 'spent')
    if (others.length > 0) return { kind: 'conflict', conflicts: others }
  }
  return { kind: 'spent' }
}
