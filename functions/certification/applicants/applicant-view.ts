import * as z from 'zod/mini'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { companyFields } from '../company/checker.ts'
import { type AccountProof, proofStandings, standingOf, TRIES } from '../proving/proof.ts'
import { type Applicant, applicantStatuses } from './applicant.ts'
import { applicantKinds } from './applicant-kinds.ts'

const time = z.iso.datetime()

/** Whom an account applies for, as it is shown that: who represents it is masked. */
export const applicantShown = z.strictObject({
  id: z.string(),
  kind: z.enum(applicantKinds),
  status: z.enum(applicantStatuses),
  creditCode: z.nullable(z.string()),
  companyName: z.nullable(z.string()),
  representative: z.nullable(z.strictObject({ name: z.string(), idNumber: z.string() })),
  /** Which fields do not belong to the rest. */
  differs: z.array(z.enum(companyFields)),
  checkedAt: z.nullable(time),
  /** From when on asking once more may help. */
  retryAt: z.nullable(time),
  createdAt: time,
  /** Whether the account of the company is proven by a transfer. */
  accountProof: z.enum(proofStandings),
  /** To which account the last transfer was, until when its amount may be said, and how often. */
  account: z.nullable(z.strictObject({ lastFour: z.string(), until: time, triesLeft: z.int() })),
})

const showAccount = ({ lastFour, until, tries }: AccountProof) => ({
  ...{ lastFour, until: rfc3339(until), triesLeft: TRIES - tries },
})

/** As it stands at a moment, with the proof of its account, where one was asked for. */
export const showApplicant = (
  { representative, ...of }: Applicant,
  proof: AccountProof | undefined,
  now: Millis,
): z.infer<typeof applicantShown> => ({
  id: of.id,
  kind: of.kind,
  status: of.status,
  creditCode: of.creditCode ?? null,
  companyName: of.companyName ?? null,
  representative: representative ? { name: representative.maskedName, idNumber: representative.maskedIdNumber } : null,
  differs: [...(of.differs ?? [])],
  checkedAt: rfc3339If(of.checkedAt),
  retryAt: rfc3339If(of.retryAt),
  createdAt: rfc3339(of.createdAt),
  accountProof: standingOf(proof, now),
  account: proof ? showAccount(proof) : null,
})
