import * as z from 'zod/mini'
import { rfc3339, rfc3339If } from '../../../shared/kernel/time.ts'
import { owedRefusals } from '../../verification/owed/refusal.ts'
import { bankNames, banks, cardKinds } from './banks.ts'
import { type Card, cardStatuses, isFormer, remedies, remedyOf } from './card.ts'

const time = z.iso.datetime()

/** A card as its account sees it: of its number the last four digits. */
export const cardShown = z.strictObject({
  id: z.string(),
  status: z.enum(cardStatuses),
  reason: z.nullable(z.enum(owedRefusals)),
  /** What may help then. */
  remedy: z.nullable(z.enum(remedies)),
  retryAt: z.nullable(time),
  /** As its first digits hint; null where they do not. */
  bank: z.nullable(z.enum(bankNames)),
  bankName: z.nullable(z.string()),
  kind: z.nullable(z.enum(cardKinds)),
  lastFour: z.string(),
  phone: z.string(),
  typedAt: time,
  boundAt: z.nullable(time),
  unboundAt: z.nullable(time),
  /** Whether it was bound once and is not now. */
  former: z.boolean(),
})

export const showCard = (of: Card): z.infer<typeof cardShown> => ({
  id: of.id,
  status: of.status,
  reason: of.reason ?? null,
  remedy: of.reason === undefined ? null : remedyOf[of.reason],
  retryAt: rfc3339If(of.retryAt),
  bank: of.bank ?? null,
  bankName: of.bank === undefined ? null : banks[of.bank].zh,
  kind: of.kind ?? null,
  lastFour: of.lastFour,
  phone: of.maskedPhone,
  typedAt: rfc3339(of.createdAt),
  boundAt: rfc3339If(of.boundAt),
  unboundAt: rfc3339If(of.unboundAt),
  former: isFormer(of),
})
