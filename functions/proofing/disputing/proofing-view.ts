import * as z from 'zod/mini'
import { type Millis, rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { isCaseOf } from '../../review/case/case-id.ts'
import { isOpenTo } from '../open-to.ts'
import { type Proofing, proofingStatuses } from '../proofing.ts'

const time = z.iso.datetime()

/** A verification as an account sees it that was told of it. */
export const proofingShown = z.strictObject({
  id: z.string(),
  platform: z.strictObject({ name: z.string() }),
  /** Whether it was this account that was verified, or another of the same person. */
  account: z.enum(['own', 'other']),
  way: z.enum(['machine', 'people']),
  at: time,
  name: z.string(),
  idNumber: z.string(),
  phone: z.nullable(z.string()),
  status: z.enum(proofingStatuses),
  canDisputeUntil: z.nullable(time),
  /** The case of this account about it. */
  review: z.nullable(z.string()),
  canPause: z.boolean(),
  pausedUntil: z.nullable(time),
})

export type ShownProofing = z.infer<typeof proofingShown>

/** As the account sees it at a moment. `platform`: the name of the platform. */
export const showProofing = (of: Proofing, accountId: string, platform: string, now: Millis): ShownProofing => {
  const isOwnCase = of.case !== undefined && isCaseOf(of.case, accountId)
  return {
    id: of.id,
    platform: { name: platform },
    account: of.accountId === accountId ? 'own' : 'other',
    way: of.byPeople ? 'people' : 'machine',
    at: rfc3339(of.at),
    name: of.maskedName,
    idNumber: of.maskedIdNumber,
    phone: of.maskedPhone ?? null,
    status: of.status,
    canDisputeUntil: isOpenTo(of, accountId) && now < of.until ? rfc3339(of.until) : null,
    review: isOwnCase ? (of.case ?? null) : null,
    canPause: isOwnCase && of.status === 'disputed' && of.pausedUntil === undefined,
    pausedUntil: of.status === 'disputed' ? rfc3339If(of.pausedUntil) : null,
  }
}
