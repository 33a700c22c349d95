import * as z from 'zod/mini'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { created, listDocuments } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'

/** Vendors of texts. */
export type TextVendor = 'tencent_sms' | 'alibaba_sms'

const text = z.object({ phone: z.string(), text: z.string(), code: z.string(), at: z.number() })

/** A text message as a phone received it; `at` in epoch ms. */
export type ReceivedSms = z.infer<typeof text>

/** What the carrier says of a text: that it arrived, why not, or nothing ever. */
export type Fate = { kind: 'arrives' } | { kind: 'fails'; code: string } | { kind: 'silent' }

const sent = z.object({
  /** The vendor's number of the text, and what its sender gave along. */
  serial: z.string(),
  given: z.string(),
  phone: z.string(),
  text: z.string(),
  template: z.string(),
  at: z.number(),
  fate: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('arrives') }),
    z.object({ kind: z.literal('fails'), code: z.string() }),
    z.object({ kind: z.literal('silent') }),
  ]),
})

/** A text that a vendor took. */
export type SentText = z.infer<typeof sent>

const DAYS_KEPT = 7

/** How long the carrier takes. */
const CARRIER: Millis = SECOND

/** A vendor takes a text; the phone has it at once, where it arrives at all. */
export const takeText = async (sandbox: Sandbox, vendor: TextVendor, taken: SentText & { code: string }) => {
  const life = { now: taken.at, days: DAYS_KEPT }
  const { code, ...of } = taken
  const { phone, at } = of
  const record = created(keys.sentSms(vendor, phone, sandbox.ids.id()), of, life)
  const received: ReceivedSms = { phone, text: of.text, code, at }
  const arrives = created(keys.sms(phone, sandbox.ids.id()), received, life)
  await sandbox.table.commit([record, ...(of.fate.kind === 'arrives' ? [arrives] : [])])
}

/** The texts a number received, newest first. */
export const smsOf = async (sandbox: Pick<Sandbox, 'table'>, phone: string): Promise<ReceivedSms[]> => {
  const found = await listDocuments(sandbox.table, keys.sms(phone, '').pk, text)
  return found.map(({ value }) => value).reverse()
}

/** The texts a vendor took for a number, newest first. */
export const sentBy = async (
  sandbox: Pick<Sandbox, 'table'>,
  vendor: TextVendor,
  phone: string,
): Promise<SentText[]> => {
  const found = await listDocuments(sandbox.table, keys.sentSms(vendor, phone, '').pk, sent)
  return found.map(({ value }) => value).reverse()
}

/** When the carrier said what became of a text (epoch ms); undefined where it has not yet, or never will. */
export const reportedAt = ({ at, fate }: SentText, now: Millis): Millis | undefined =>
  fate.kind === 'silent' || now < at + CARRIER ? undefined : at + CARRIER
