import * as z from 'zod/mini'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { listedAt, listPart, ttlAt } from '../../../shared/table/keys.ts'
import { type Item, isNew, type Put, put, type Update, update } from '../../../shared/table/write.ts'
import { accountKeys, accountLists } from '../keys.ts'
import { type CountedText, TEXTS_KEPT } from './counted-text.ts'
import { type SmsPurpose, smsPurposes } from './sms-limit.ts'
import {
  carrierReports,
  notSent,
  notTakenBecause,
  type PhoneHandedOn,
  type SmsReport,
  type SmsResult,
  undeliveredBecause,
} from './sms-sender.ts'

const stored = z.object({
  vendor: z.string(),
  purpose: z.enum(smsPurposes),
  result: z.optional(z.enum(notSent)),
  because: z.optional(z.enum(notTakenBecause)),
  report: z.optional(z.enum(carrierReports)),
  undelivered: z.optional(z.enum(undeliveredBecause)),
  ms: z.optional(z.number()),
  isAnswered: z.optional(z.literal(true)),
})

/** The text in an item. */
export const countedTextIn = (item: Item): CountedText => z.parse(stored, item)

/** A text is going to be given to a vendor. Belongs in the commit before the call. */
export const textHanded = ({ id, vendor, at }: PhoneHandedOn, purpose: SmsPurpose): Put => {
  const key = accountKeys.text(id)
  const day = accountLists.texts(beijingDay(at), listPart(key.pk))
  return put(key, { vendor, purpose, ...listedAt(day, at), ttl: ttlAt(at + TEXTS_KEPT) }, isNew)
}

/** What the vendor made of it, where that is anything else than that it took it. */
export const textRefused = ({ id }: PhoneHandedOn, result: SmsResult): Update[] => {
  if (result.kind === 'sent') return []
  const because = result.kind === 'not_taken' && { because: result.because }
  return [update(accountKeys.text(id), { set: { result: result.kind, ...because } })]
}

/** What the carrier said of it, where it has said anything. */
export const textReported = ({ id, at }: PhoneHandedOn, report: SmsReport): Update | undefined => {
  const key = accountKeys.text(id)
  if (report.kind === 'delivered') return update(key, { set: { report: report.kind, ms: Math.max(0, report.at - at) } })
  if (report.kind === 'undelivered') return update(key, { set: { report: report.kind, undelivered: report.because } })
  return undefined
}
