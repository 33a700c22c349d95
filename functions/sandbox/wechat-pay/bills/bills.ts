import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { DAY, HOUR, type Millis } from '../../../../shared/kernel/time.ts'
import { beijingDayStart, billReadiness } from '../../beijing.ts'
import { entriesBefore, entriesOn } from '../../bill/journal.ts'
import { paidAtOtherTills } from '../../bill/other-tills.ts'
import { tampered } from '../../bill/tamper.ts'
import { issueTicket, type Ticket, ticketOf } from '../../bill/ticket.ts'
import { takeEvery } from '../../faults.ts'
import type { WeChatPaySandbox } from '../../sandbox.ts'
import type { WeChatPayEffect } from '../faults.ts'
import { done, type Reply, refuse } from '../reply.ts'
import { balanceFlows, balanceOf, fundBill, otherFlows } from './fund-bill.ts'
import { movementsOf } from './movements.ts'
import { tradeBill } from './trade-bill.ts'

/** Bills are made at 10:00 of the next day and tell what was known then. */
const madeAt = (dayStart: Millis): Millis => dayStart + DAY + 10 * HOUR

const compact = (day: string): string => day.replaceAll('-', '')

/** What a wrong total is wrong by. */
const surplus = ({ file }: Pick<Ticket, 'file'>) => (file === 'wrong_totals' ? 1 : 0)

const tradeText = async (sandbox: WeChatPaySandbox, ticket: Content, dayStart: Millis): Promise<string> => {
  const entries = await entriesOn(sandbox, 'wechat_pay', compact(ticket.day))
  const rows = await movementsOf(sandbox, entries, madeAt(dayStart))
  const others = ticket.file === 'other_tills' ? paidAtOtherTills(dayStart) : []
  return tradeBill([...others, ...tampered(rows, ticket.rows, dayStart)], sandbox.wechatPay, surplus(ticket))
}

const fundText = async (sandbox: WeChatPaySandbox, ticket: Content, dayStart: Millis): Promise<string> => {
  const entries = await entriesBefore(sandbox, 'wechat_pay', dayStart + DAY)
  const flows = balanceFlows(await movementsOf(sandbox, entries, madeAt(dayStart)), entries)
  const before = flows.filter(({ at }) => at < dayStart)
  const others = ticket.file === 'other_tills' ? otherFlows(dayStart) : []
  return fundBill(before, [...others, ...flows.slice(before.length)], sandbox.wechatPay, surplus(ticket))
}

type Content = Pick<Ticket, 'bill' | 'day' | 'file' | 'rows'>

const textOf = (sandbox: WeChatPaySandbox, ticket: Content): Promise<string> => {
  const dayStart = beijingDayStart(ticket.day) ?? 0
  return ticket.bill === 'fund' ? fundText(sandbox, ticket, dayStart) : tradeText(sandbox, ticket, dayStart)
}

/** Whether there is a bill to be had for the day of a query. */
const dayOf = async (
  sandbox: WeChatPaySandbox,
  query: URLSearchParams,
): Promise<{ day: string } | { refused: Reply }> => {
  const day = query.get('bill_date') ?? ''
  const dayStart = beijingDayStart(day)
  if (dayStart === undefined) {
    return { refused: refuse('param_error', { field: 'bill_date', issue: 'invalid', location: 'query' }) }
  }
  const readiness = billReadiness(dayStart, sandbox.clock.now())
  if (readiness === 'creating') return { refused: refuse('statement_creating') }
  if (readiness !== 'ready') return { refused: refuse('bill_date_wrong') }
  const any = (await entriesOn(sandbox, 'wechat_pay', compact(day))).length > 0
  return any ? { day } : { refused: refuse('no_statement') }
}

const addressOf = async (
  sandbox: WeChatPaySandbox,
  query: URLSearchParams,
  bill: 'trade' | 'fund',
  effect: WeChatPayEffect | undefined,
): Promise<Reply> => {
  const tar = query.get('tar_type')
  if (tar !== null && tar !== 'GZIP')
    return refuse('param_error', { field: 'tar_type', issue: 'invalid', location: 'query' })
  const asked = await dayOf(sandbox, query)
  if ('refused' in asked) return asked.refused
  const file = effect?.does === 'spoil_bill' ? effect.file : undefined
  const rows = bill === 'trade' ? await takeEvery(sandbox, 'wechat_pay_bill_row') : []
  const content = { bill, day: asked.day, rows, file }
  const text = await textOf(sandbox, content)
  const token = await issueTicket(sandbox, { ...content, gzip: tar === 'GZIP' })
  return done({
    hash_type: 'SHA1',
    // Of the plain file, also when it is sent compressed.
    hash_value: createHash('sha1')
      .update(file === 'wrong_hash' ? `${text} ` : text)
      .digest('hex'),
    download_url: `${sandbox.publicUrl}/sandbox/wechat-pay/v3/billdownload/file?token=${token}`,
  })
}

/** GET /v3/bill/tradebill?bill_date=…&bill_type=ALL; this channel makes no bills of payments or refunds alone. */
export const askTradeBill = async (
  sandbox: WeChatPaySandbox,
  query: URLSearchParams,
  effect: WeChatPayEffect | undefined,
): Promise<Reply> => {
  if ((query.get('bill_type') ?? 'ALL') !== 'ALL')
    return refuse('param_error', { field: 'bill_type', issue: 'invalid', location: 'query' })
  return addressOf(sandbox, query, 'trade', effect)
}

/** GET /v3/bill/fundflowbill?bill_date=…&account_type=BASIC; nothing ever happens on the other accounts. */
export const askFundBill = async (
  sandbox: WeChatPaySandbox,
  query: URLSearchParams,
  effect: WeChatPayEffect | undefined,
): Promise<Reply> => {
  const account = query.get('account_type') ?? 'BASIC'
  if (!['BASIC', 'OPERATION', 'FEES'].includes(account))
    return refuse('param_error', { field: 'account_type', issue: 'invalid', location: 'query' })
  return account === 'BASIC' ? addressOf(sandbox, query, 'fund', effect) : refuse('no_statement')
}

/** GET /v3/billdownload/file?token=…: the file itself, unsigned. */
export const download = async (sandbox: WeChatPaySandbox, query: URLSearchParams): Promise<Reply> => {
  const ticket = await ticketOf(sandbox, query.get('token') ?? '')
  if (!ticket) return refuse('bill_address_wrong')
  const whole = Buffer.from(await textOf(sandbox, ticket))
  const bytes = ticket.file === 'damaged' ? whole.subarray(0, whole.length >> 1) : whole
  return { kind: 'file', bytes: ticket.gzip ? gzipSync(bytes) : bytes }
}

/** What the merchant could withdraw now. */
export const balance = async (sandbox: WeChatPaySandbox): Promise<number> => {
  const now = sandbox.clock.now()
  const entries = await entriesBefore(sandbox, 'wechat_pay', now + 1)
  return balanceOf(balanceFlows(await movementsOf(sandbox, entries, now), entries))
}
