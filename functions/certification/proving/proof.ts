import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Applicant } from '../applicants/applicant.ts'

/**
 * How a proof of a company's account stands. `sending`: a transfer is asked for, or was and nobody knows. `waiting`: it is under way, or arrived. `proven`: the
 * amount was said. `failed`: nothing was transferred, or it came back.
 */
export const proofStatuses = ['sending', 'waiting', 'proven', 'failed'] as const
export type ProofStatus = (typeof proofStatuses)[number]

export const proofTransitions = [
  { from: ['sending'], to: 'waiting', on: 'begun', when: 'the vendor has taken the transfer on' },
  { from: ['sending'], to: 'failed', on: 'not_executed', when: 'nothing was transferred' },
  { from: ['waiting'], to: 'failed', on: 'came_back', when: 'the bank of the company did not take the transfer' },
  {
    from: ['sending', 'waiting'],
    on: 'tried',
    when: 'an amount is said, which counts before it is compared; three times, for 72 hours',
  },
  { from: ['sending', 'waiting'], to: 'proven', on: 'proven', when: 'the amount that was said is the one transferred' },
  {
    from: ['sending', 'waiting', 'failed'],
    to: 'sending',
    on: 'begun_anew',
    when: 'one before has failed or is over, and another transfer is asked for',
  },
] as const satisfies StateTable<ProofStatus, string>
export type ProofEvent = (typeof proofTransitions)[number]['on']

/** How often an amount may be said. */
export const TRIES = 3

/** Whether an amount may still be said: the number of the account and the amount are kept no longer. */
const isOpen = ({ status, tries }: Pick<AccountProof, 'status' | 'tries'>): boolean =>
  (status === 'sending' || status === 'waiting') && tries < TRIES

/**
 * The proof of the account of an applicant. Times are epoch ms; `until`: when the amount may be said last. `call` names the transfer at the vendor. `sealed`: the
 * number of the account and the amount, as long as it is open.
 */
export type AccountProof = {
  accountId: string
  applicant: string
  call: string
  vendor: string
  status: ProofStatus
  at: Millis
  until: Millis
  lastFour: string
  sealed?: { wrappedKey: string; accountNumber: string; fen: string }
  tries: number
  reference?: string
  provenAt?: Millis
  /** Counts writes, so that nobody writes over what they have not read. */
  changes: number
}

/** Without the number and the amount, where nobody may say it any more. */
export const withoutSpent = (proof: AccountProof): AccountProof => {
  const { sealed, ...of } = proof
  return isOpen(proof) && sealed ? { ...of, sealed } : of
}

/** An applicant, and how the proof of its account stands. */
export type ApplicantProof = { applicant: Applicant; proof: AccountProof | undefined }

/** What the account number of a company and the amount are sealed for. */
export const ACCOUNT_PROOF = 'company_account'

/** As it is shown. `failed` too where it was said wrongly three times; `expired`: nobody said it in time. */
export const proofStandings = ['none', 'waiting', 'proven', 'failed', 'expired'] as const
export type ProofStanding = (typeof proofStandings)[number]

/** How it stands at a moment; by the clock, as nothing has to run for it to be over. */
export const standingOf = (proof: AccountProof | undefined, now: Millis): ProofStanding => {
  if (!proof) return 'none'
  if (proof.status === 'proven' || proof.status === 'failed') return proof.status
  if (proof.tries >= TRIES) return 'failed'
  return now < proof.until ? 'waiting' : 'expired'
}
