import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { HOUR, type Millis } from '../../../../shared/kernel/time.ts'
import type { BillSource } from '../../../bookkeeping/reconciliation/bill.ts'
import type { Unavailable } from '../../../payment/paying/provider.ts'
import { fromSecret } from '../../from-secret.ts'
import { accountOf } from '../account.ts'
import { failure } from '../errors.ts'
import { type AlipayDeps, exchange } from '../exchange.ts'
import { readJson } from '../fields.ts'
import { type AlipayConfig, type Merchant, openMerchant } from '../merchant.ts'
import { type BillType, billCall } from '../requests.ts'
import { isAccountDetail, readAccountBill } from './account-bill.ts'
import { type Damaged, damaged, gbkText } from './bill-file.ts'
import { isTradeDetail, readTradeBill } from './trade-bill.ts'
import { unzipped, type ZipLimits } from './zip.ts'

/** A package holds two files; unpacked, a row takes about 250 bytes. */
const LIMITS: ZipLimits = { files: 16, bytes: 64 * 1024 * 1024 }

/**
 * Bills are usually there by 9 o'clock, but "no trade" and "late" are one answer. Until the day after the bill's is half over it
 * is read as late: a bill taken for absent too early hides what nothing else tells.
 */
const ABSENT_AFTER: Millis = 36 * HOUR

/** `2026-11-20` for 20261120. */
const dated = (day: string): string => day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

const link = z.object({ bill_download_url: z.url() })

/**
 * Where a file may be fetched from: the gateway's own host, or Alipay's, and there encrypted even if the address says http. It
 * carries its permission in itself.
 */
const fileAddress = (merchant: Merchant, address: string): string | undefined => {
  const url = new URL(address)
  if (url.host === new URL(merchant.gateway).host) return url.href
  if (!/\.alipay(?:dev)?\.com$/.test(url.hostname) || url.port || url.username) return undefined
  url.protocol = 'https:'
  return url.href
}

/** What a zip package begins with; a link that is too old leads to a page instead. */
const PACKAGE = Buffer.from('PK')

/** The one file in the package that `isWanted` knows by its first line. Names are not read: they are in no known encoding. */
const detailIn = (zip: Buffer, isWanted: (text: string) => boolean): string | Damaged => {
  const texts = unzipped(zip, LIMITS)?.map(gbkText)
  if (!texts) return damaged('package')
  const [wanted, ...more] = texts.filter(isWanted)
  return wanted === undefined || more.length > 0 ? damaged('files') : wanted
}

/**
 * Alipay's daily bills: a link that lives for 30 seconds, behind it a zip package of CSV files in GBK. Throws only when it is made
 * with keys that cannot work. A file is unsigned and its hash is told nowhere; it is believed because a signed answer named its
 * address, and its rows add up.
 */
export const alipayBills = (config: AlipayConfig, deps: AlipayDeps): BillSource => {
  const merchant = openMerchant(config)
  const send = exchange(merchant, deps)

  const addressOf = async (
    type: BillType,
    day: string,
  ): Promise<string | { kind: 'not_ready' } | { kind: 'absent' } | Unavailable> => {
    const answer = await send(billCall(type, dated(day)))
    if (answer.kind === 'unavailable') return answer
    if (answer.kind === 'refused') {
      const failed = failure('bill', answer)
      if (failed.kind === 'unavailable') return failed
      const isOver = deps.clock.now() >= Date.parse(`${dated(day)}T00:00:00+08:00`) + ABSENT_AFTER
      return { kind: isOver ? 'absent' : 'not_ready' }
    }
    const address = readJson(link, answer.body)?.bill_download_url
    if (address === undefined) return { kind: 'unavailable', code: 'answer_invalid' }
    return fileAddress(merchant, address) ?? { kind: 'unavailable', code: 'bill_address_refused' }
  }

  const packageAt = async (url: string): Promise<{ kind: 'package'; zip: Buffer } | Unavailable> => {
    const reply = await deps.outgoing({ method: 'GET', url, headers: { 'user-agent': 'shiming' } })
    if (reply.kind !== 'answered') return { kind: 'unavailable', code: reply.reason }
    if (reply.status !== 200) return { kind: 'unavailable', code: `http_${reply.status}` }
    const isPackage = reply.body.subarray(0, PACKAGE.length).equals(PACKAGE)
    return isPackage ? { kind: 'package', zip: reply.body } : { kind: 'unavailable', code: 'download_invalid' }
  }

  const fetch = async (type: BillType, day: string, isWanted: (text: string) => boolean) => {
    const address = await addressOf(type, day)
    if (typeof address !== 'string') return address
    const got = await packageAt(address)
    if (got.kind !== 'package') return got
    const text = detailIn(got.zip, isWanted)
    return typeof text === 'string' ? { kind: 'file' as const, zip: got.zip, text } : text
  }

  return {
    channel: 'alipay',
    tradeBill: async (day) => {
      const got = await fetch('trade', day, isTradeDetail)
      if (got.kind !== 'file') return got
      const read = readTradeBill(got.text, { sellerId: merchant.sellerId, day })
      if (read.kind === 'damaged') return read
      const { rows, setAside, totals } = read
      const sha256 = createHash('sha256').update(got.zip).digest('hex')
      const file = { name: `alipay-trade-${day}.zip`, sha256, bytes: got.zip.length }
      return { kind: 'bill', bill: { channel: 'alipay', day, rows, setAside, totals, file } }
    },
    settlement: async (day, ours) => {
      const got = await fetch('signcustomer', day, isAccountDetail)
      return got.kind === 'file' ? readAccountBill(got.text, { sellerId: merchant.sellerId, day }, ours) : got
    },
  }
}

/** The largest package that is read: some hundred thousand rows, packed. */
const MAX_PACKAGE = 16 * 1024 * 1024

/** Makes the source from the app's secret. The limits must leave time for a whole file, which takes longer than an answer. */
export const alipayBillsFrom = fromSecret(accountOf, alipayBills, MAX_PACKAGE)
