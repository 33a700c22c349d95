import * as z from 'zod/mini'
import { type Language, languages } from '../../shared/kernel/language.ts'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { offers } from '../payment/good.ts'
import { moneyBackShown, showMoneyBack } from '../payment/money-back/money-back-view.ts'
import type { FoundOrder } from '../payment/orders/find-order.ts'
import { orderShown } from '../payment/orders/order-view.ts'
import { showOrder } from '../payment/orders/view.ts'
import { adviceOn, retries, type UndecidedBecause } from './advice.ts'
import { nextStepNames, stepsAfter } from './next-steps.ts'
import { reasons, type Verification, verificationStatuses } from './verification.ts'

const time = z.iso.datetime()

/** A verification in a list. Of its order only the id: what was paid and what goes back is told with each verification. */
export const verificationListed = z.strictObject({
  id: z.string(),
  status: z.enum(verificationStatuses),
  reason: z.nullable(z.enum(reasons)),
  /** What may help where nothing was found out. */
  retry: z.nullable(z.enum(retries)),
  /** What leads on where the person turned out to be verified elsewhere; else empty. */
  next: z.array(z.enum(nextStepNames)),
  /** When the same data may be sent again. */
  retryAt: z.nullable(time),
  offer: z.enum(offers),
  createdAt: time,
  decidedAt: z.nullable(time),
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  orderId: z.string(),
  /** What was agreed to: GET /v1/consent-notices/{notice} shows it. */
  consent: z.strictObject({
    notice: z.string(),
    language: z.nullable(z.enum(languages)),
    sha256: z.nullable(z.string()),
    agreedAt: time,
  }),
})

/** A verification as its account sees it, with its order and all money of that which went back or has to. */
export const verificationShown = z.strictObject({
  ...verificationListed.shape,
  order: orderShown,
  refunds: z.array(moneyBackShown),
})

const isUndecided = (reason: string | undefined): reason is UndecidedBecause =>
  reason !== undefined && Object.hasOwn(adviceOn, reason)

/** Whether it ended because the person holds as many accounts as they may, before it was paid or after. */
const isTaken = ({ status, reason }: Verification): boolean =>
  status === 'identity_in_use' || reason === 'identity_in_use'

/** Masked data and status. */
export const listVerification = (of: Verification): z.infer<typeof verificationListed> => ({
  id: of.id,
  status: of.status,
  reason: of.reason ?? null,
  retry: isUndecided(of.reason) ? adviceOn[of.reason].retry : null,
  next: isTaken(of) ? [...stepsAfter.identity_in_use] : [],
  retryAt: rfc3339If(of.retryAt),
  offer: of.offer,
  createdAt: rfc3339(of.createdAt),
  decidedAt: rfc3339If(of.decidedAt),
  name: of.maskedName,
  idNumber: of.maskedIdNumber,
  phone: of.maskedPhone,
  orderId: of.orderId,
  consent: {
    notice: of.consent.notice,
    language: of.consent.language ?? null,
    sha256: of.consent.sha256 ?? null,
    agreedAt: rfc3339(of.consent.agreedAt),
  },
})

export const showVerification = (
  of: Verification,
  found: Pick<FoundOrder, 'order' | 'items'>,
  language: Language,
): z.infer<typeof verificationShown> => ({
  ...listVerification(of),
  order: showOrder(found),
  refunds: showMoneyBack(found.items, language),
})
