import * as z from 'zod/mini'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { offers } from '../payment/good.ts'
import { type Refund, refundStatuses } from '../payment/refunds/refund.ts'
import { adviceOn, retries, type UndecidedBecause } from './advice.ts'
import { type Verification, verificationStatuses } from './verification.ts'

const optionalText = z.optional(z.string())

/** A verification as its account sees it. */
export const verificationShown = z.strictObject({
  id: z.string(),
  status: z.enum(verificationStatuses),
  reason: optionalText,
  /** What may help where nothing was found out. */
  retry: z.optional(z.enum(retries)),
  /** When the same data may be sent again. */
  retryAt: optionalText,
  offer: z.enum(offers),
  createdAt: z.string(),
  decidedAt: optionalText,
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  order: z.strictObject({
    id: z.string(),
    status: optionalText,
    amountFen: z.optional(z.int()),
    expiresAt: optionalText,
  }),
  refund: z.optional(z.strictObject({ amountFen: z.int(), status: z.enum(refundStatuses) })),
})

type Shown = z.infer<typeof verificationShown>

const isUndecided = (reason: string | undefined): reason is UndecidedBecause =>
  reason !== undefined && Object.hasOwn(adviceOn, reason)

/** Masked data, status, and what the order tells of it where that was read along. */
export const showVerification = (of: Verification, order?: Shown['order'], refund?: Refund): Shown => ({
  id: of.id,
  status: of.status,
  ...(of.reason && { reason: of.reason }),
  ...(isUndecided(of.reason) && { retry: adviceOn[of.reason].retry }),
  ...(of.retryAt !== undefined && { retryAt: rfc3339(of.retryAt) }),
  offer: of.offer,
  createdAt: rfc3339(of.createdAt),
  ...(of.decidedAt !== undefined && { decidedAt: rfc3339(of.decidedAt) }),
  name: of.maskedName,
  idNumber: of.maskedIdNumber,
  phone: of.maskedPhone,
  order: order ?? { id: of.orderId },
  ...(refund && { refund: { amountFen: refund.refundFen, status: refund.status } }),
})
