import * as z from 'zod/mini'
import type { Language } from '../../shared/kernel/language.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { offers } from '../payment/good.ts'
import { orderStatusesTold } from '../payment/money-back/money-back.ts'
import { moneyBackShown, showMoneyBack } from '../payment/money-back/money-back-view.ts'
import type { FoundOrder } from '../payment/orders/find-order.ts'
import { showOpened, showOrderStatus } from '../payment/orders/view.ts'
import { adviceOn, retries, type UndecidedBecause } from './advice.ts'
import { type Verification, verificationStatuses } from './verification.ts'

const optionalText = z.optional(z.string())

/** A verification in a list. Of its order only the id: what was paid and what goes back is told with each verification. */
export const verificationListed = z.strictObject({
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
  order: z.strictObject({ id: z.string() }),
})

/** A verification as its account sees it, with its order and all money of that which went back or has to. */
export const verificationShown = z.strictObject({
  ...verificationListed.shape,
  order: z.strictObject({
    id: z.string(),
    status: z.enum(orderStatusesTold),
    amountFen: z.int(),
    expiresAt: z.string(),
  }),
  refunds: z.array(moneyBackShown),
})

const isUndecided = (reason: string | undefined): reason is UndecidedBecause =>
  reason !== undefined && Object.hasOwn(adviceOn, reason)

/** Masked data and status. */
export const listVerification = (of: Verification): z.infer<typeof verificationListed> => ({
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
  order: { id: of.orderId },
})

export const showVerification = (
  of: Verification,
  found: Pick<FoundOrder, 'order' | 'items'>,
  language: Language,
): z.infer<typeof verificationShown> => ({
  ...listVerification(of),
  order: { ...showOpened(found.order).order, status: showOrderStatus(found) },
  refunds: showMoneyBack(found.items, language),
})
