import * as z from 'zod/mini'
import { created, listDocuments } from './documents.ts'
import { keys } from './keys.ts'
import type { Sandbox } from './sandbox.ts'

/** Vendors that are paid per call. */
const vendors = [
  'tencent_faceid',
  'alibaba_cloudauth',
  'tencent_sms',
  'alibaba_sms',
  'tencent_ses',
  'tencent_face',
  'tencent_ocr',
  'alibaba_face',
  'tencent_company',
  'alibaba_company',
  'sandbox_bank',
] as const
type Vendor = (typeof vendors)[number]

const schema = z.object({
  vendor: z.enum(vendors),
  phone: z.string(),
  /** The vendor's own code: Result of FaceID, StatusCode of companies, BizCode or Code of Cloudauth, Code of texts; what the bank answered; of a face that of an attempt; `ok` of a card that was read. */
  result: z.string(),
  /** Units charged: 0 or 1 checks, or the parts of a text message. */
  billed: z.int(),
})

export type VendorCall = z.infer<typeof schema>

const DAYS_KEPT = 90

/** Remembers a call that reached the vendor, before it is answered: an answer that gets lost has been charged all the same. */
export const recordCall = async (sandbox: Sandbox, call: VendorCall): Promise<void> => {
  const life = { now: sandbox.clock.now(), days: DAYS_KEPT }
  await sandbox.table.commit([created(keys.vendorCall(call.vendor, sandbox.ids.id()), call, life)])
}

/** `turnedAway`: those of the unbilled that the gateway refused before the data was looked up. */
export type VendorTotal = { vendor: Vendor; billed: number; unbilled: number; turnedAway: number }

const TURNED_AWAY =
  /^(UnauthorizedOperation|AuthFailure|RequestLimitExceeded|Throttling|Forbidden|412$|busy|no_balance|quota_used|not_authorised)/

/** How many calls of each vendor were charged and how many were not; of one phone number, or of all. */
export const vendorTotals = async (sandbox: Sandbox, phone?: string): Promise<VendorTotal[]> => {
  const all = await listDocuments(sandbox.table, keys.vendorCall('tencent_faceid', '').pk, schema)
  const calls = all.map(({ value }) => value).filter((call) => phone === undefined || call.phone === phone)
  return vendors.map((vendor) => {
    const own = calls.filter((call) => call.vendor === vendor)
    const billed = own.filter((call) => call.billed > 0).length
    const turnedAway = own.filter(({ result }) => TURNED_AWAY.test(result)).length
    return { vendor, billed, unbilled: own.length - billed, turnedAway }
  })
}
