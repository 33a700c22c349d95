import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { merchantOf } from './merchant.ts'

const keys = makeKeys()
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const TRADE = 'tradebill?bill_date=2026-11-20&bill_type=ALL'
export const FUND = 'fundflowbill?bill_date=2026-11-20&account_type=BASIC'
/** 10:00 in Beijing on the day after. */
export const READY = NOON + 22 * HOUR

export const started = () => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  const paid = async (outTradeNo: string, total = 1000) => {
    await merchant.create(outTradeNo, { amount: { total, currency: 'CNY' } })
    await pay(stage.sandbox, outTradeNo, {}, { drop: true })
  }
  const back = (outTradeNo: string, outRefundNo: string, refund: number, total = 1000) =>
    merchant.askRefund(outTradeNo, outRefundNo, refund, { amount: { refund, total, currency: 'CNY' } })
  const fetched = async (target: string) => {
    const asked = await merchant.askBill(target)
    const { file } = await merchant.fetchBill(asked.json.download_url)
    return { asked, file: file ?? Buffer.alloc(0), text: String(file ?? '') }
  }
  const pass = (ms: number) => {
    stage.world.now += ms
  }
  return { stage, merchant, paid, back, fetched, pass }
}

/** A bill as rows by column name and totals by theirs, read the way its format is described. */
export const read = (text: string) => {
  const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n')
  const cells = (line: string) => line.split(',').map((cell) => cell.replace(/^`/, ''))
  const [titles = [], ...rest] = lines.map(cells)
  const named = (names: readonly string[], values: readonly string[]) =>
    Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))
  return {
    rows: rest.slice(0, -2).map((row) => named(titles, row)),
    totals: named(rest.at(-2) ?? [], rest.at(-1) ?? []),
  }
}

export const fenOf = (yuan: string | undefined): number => Math.round(Number(yuan) * 100)
export const sum = (rows: Record<string, string>[], name: string): number =>
  rows.reduce((total, row) => total + fenOf(row[name]), 0)
