import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { rfc3339If } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import { paymentChannels } from '../paying/provider.ts'
import { type MoneyBack, moneyBackCauses, moneyBackStatuses } from './money-back.ts'
import { moneyBackAmong } from './money-back-store.ts'
import { reasonIn } from './reason-in.ts'

const time = z.nullable(z.iso.datetime())

/** Money that went back, or has to, as whoever paid it is told. */
export const moneyBackShown = z.strictObject({
  cause: z.enum(moneyBackCauses),
  status: z.enum(moneyBackStatuses),
  channel: z.enum(paymentChannels),
  outTradeNo: z.string(),
  paidFen: z.int(),
  amountFen: z.int(),
  reason: z.string(),
  owedAt: time,
  takenAt: time,
  backAt: time,
})

type MoneyBackTold = z.infer<typeof moneyBackShown>

/** One of them. */
export const showOneBack = (
  { owedAt, takenAt, backAt, reason, ...rest }: MoneyBack,
  language: Language,
): MoneyBackTold => ({
  ...rest,
  reason: reasonIn(language, reason),
  owedAt: rfc3339If(owedAt),
  takenAt: rfc3339If(takenAt),
  backAt: rfc3339If(backAt),
})

/** What is told of money going back, among the items of an order; the one way in which any answer does. */
export const showMoneyBack = (items: readonly Item[], language: Language): MoneyBackTold[] =>
  moneyBackAmong(items).map((one) => showOneBack(one, language))
