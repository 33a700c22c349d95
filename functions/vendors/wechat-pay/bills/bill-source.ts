import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { BillSource } from '../../../bookkeeping/reconciliation/bill.ts'
import { fromSecret } from '../../from-secret.ts'
import { accountOf } from '../account.ts'
import { asking } from '../ask.ts'
import { type Failure, failure } from '../errors.ts'
import { download, type WechatPayDeps } from '../exchange.ts'
import { parseJson } from '../json.ts'
import { openMerchant, type WechatPayConfig } from '../merchant.ts'
import type { ApiRequest } from '../requests.ts'
import { type Damaged, damaged } from './bill-file.ts'
import { readFundBill } from './fund-bill.ts'
import { readTradeBill } from './trade-bill.ts'

const ticket = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string().check(z.regex(/^[0-9a-fA-F]{40}$/)),
  download_url: z.string(),
})

/** Where a file is, and the SHA-1 of its bytes as lower-case hex. */
const readTicket = (body: Buffer): { kind: 'ticket'; sha1: string; address: string } | undefined => {
  const read = parseJson(ticket, body)
  return read && { kind: 'ticket', sha1: read.hash_value.toLowerCase(), address: read.download_url }
}

/** `2026-11-20` for 20261120. */
const dated = (day: string): string => day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

const tradeBillRequest = (day: string): ApiRequest => ({
  method: 'GET',
  path: `/v3/bill/tradebill?bill_date=${dated(day)}&bill_type=ALL`,
})

const fundBillRequest = (day: string): ApiRequest => ({
  method: 'GET',
  path: `/v3/bill/fundflowbill?bill_date=${dated(day)}&account_type=BASIC`,
})

const digest = (algorithm: 'sha1' | 'sha256', bytes: Buffer): string =>
  createHash(algorithm).update(bytes).digest('hex')

/**
 * WeChat Pay's daily bills of a direct merchant. Throws only when it is made with keys that cannot work. A file is unsigned;
 * it is believed because a signed answer told its hash. `absent` and `not_ready` rest on errors, which are not signed.
 */
export const wechatPayBills = (config: WechatPayConfig, deps: WechatPayDeps): BillSource => {
  const merchant = openMerchant(config)
  const ask = asking(merchant, deps)

  /** The address lives for half a minute, so it is asked for and used at once. */
  const fetch = async (
    request: ApiRequest,
  ): Promise<{ kind: 'file'; bytes: Buffer } | Damaged | Failure<'bill' | 'download'>> => {
    const told = await ask('bill', request, readTicket)
    if (told.kind !== 'ticket') return told
    const got = await download(merchant, deps, told.address)
    if (got.kind === 'refused') return failure('download', got)
    const isWhole = got.kind !== 'file' || digest('sha1', got.bytes) === told.sha1
    return isWhole ? got : damaged('hash')
  }

  return {
    channel: 'wechat_pay',
    tradeBill: async (day) => {
      const got = await fetch(tradeBillRequest(day))
      if (got.kind !== 'file') return got
      const read = readTradeBill(merchant, got.bytes)
      if (read.kind === 'damaged') return read
      const { rows, setAside, totals } = read
      const name = `wechat-pay-trade-${day}.csv`
      const file = { name, sha256: digest('sha256', got.bytes), bytes: got.bytes.length }
      return { kind: 'bill', bill: { channel: 'wechat_pay', day, rows, setAside, totals, file } }
    },
    settlement: async (day, ours) => {
      const got = await fetch(fundBillRequest(day))
      return got.kind === 'file' ? readFundBill(got.bytes, day, ours) : got
    },
  }
}

/** The largest bill that is read: some 100,000 payments of one day, at about 350 bytes a row. */
const MAX_BILL = 32 * 1024 * 1024

/** Makes the source from the merchant's secret. The limits must leave time for a whole file, which takes longer than an answer. */
export const wechatPayBillsFrom = fromSecret(accountOf, wechatPayBills, MAX_BILL)
