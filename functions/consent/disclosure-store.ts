import * as z from 'zod/mini'
import { DAY } from '../../shared/kernel/time.ts'
import { type Item, isNew, type Put, put, type Update, update } from '../../shared/table/write.ts'
import { consentKeys } from './keys.ts'
import {
  bases,
  type Disclosure,
  type DisclosureKnown,
  dataItems,
  disclosureOutcomes,
  disclosurePurposes,
} from './permit.ts'

/** 网络数据安全管理条例 第十二条: records of what was handed on are kept for three years at least. */
const KEPT = 3 * 366 * DAY
const SECONDS = 1000

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  basis: z.enum(bases),
  consentId: z.optional(text),
  notice: z.optional(text),
  purpose: z.enum(disclosurePurposes),
  recipient: text,
  items: z.array(z.enum(dataItems)),
  check: z.optional(text),
  faceCheck: z.optional(text),
  material: z.optional(text),
  at: z.number(),
  outcome: z.enum(disclosureOutcomes),
})

/** The disclosure in an item. */
export const disclosureOf = (item: Item): Disclosure => z.parse(stored, item)

/** Somebody's data is about to be handed on; kept for three years. Belongs in the commit before the call. */
export const disclosed = (disclosure: Disclosure): Put =>
  put(
    consentKeys.disclosure(disclosure.accountId, disclosure.id),
    { ...disclosure, items: [...disclosure.items], ttl: Math.ceil((disclosure.at + KEPT) / SECONDS) },
    isNew,
    'disclosed_already',
  )

/** It is known what became of it. Belongs in the commit that says what became of the call. */
export const disclosureEnded = (
  { accountId, id }: Pick<Disclosure, 'accountId' | 'id'>,
  outcome: DisclosureKnown,
): Update => update(consentKeys.disclosure(accountId, id), { set: { outcome } })
