import type { Answer } from '../../../../shared/http/answer.ts'
import { DAY, type Millis } from '../../../../shared/kernel/time.ts'
import { beijingDayStart, billReadiness } from '../../beijing.ts'
import { entriesBefore, entriesOn } from '../../bill/journal.ts'
import { paidAtOtherTills } from '../../bill/other-tills.ts'
import { tampered } from '../../bill/tamper.ts'
import { issueTicket, type Ticket, ticketOf } from '../../bill/ticket.ts'
import { takeEvery } from '../../faults.ts'
import type { AlipaySandbox } from '../../sandbox.ts'
import { billBody, readBody } from '../bodies.ts'
import type { AlipayEffect } from '../faults.ts'
import { done, type Reply, refuse } from '../reply.ts'
import { balanceFlows, balanceOf, fundDetails, fundSummary, otherFlows } from './fund-bill.ts'
import { gbk } from './gbk.ts'
import { movementsOf } from './movements.ts'
import { account, type Sheet, sheet } from './sheet.ts'
import { tradeDetails, tradeSummary } from './trade-bill.ts'
import { zip } from './zip.ts'

const compact = (day: string): string => day.replaceAll('-', '')

const surplus = ({ file }: Ticket) => (file === 'wrong_totals' ? 1 : 0)

type Sheets = [kind: string, details: Sheet, summary: Sheet]

const tradeSheets = async (sandbox: AlipaySandbox, ticket: Ticket, dayStart: Millis): Promise<Sheets> => {
  const moved = await movementsOf(sandbox, await entriesOn(sandbox, 'alipay', compact(ticket.day)))
  const others = ticket.file === 'other_tills' ? paidAtOtherTills(dayStart) : []
  const rows = [...others, ...tampered(moved, ticket.rows, dayStart)]
  return ['业务明细', tradeDetails(rows, surplus(ticket)), tradeSummary(rows)]
}

const fundSheets = async (sandbox: AlipaySandbox, ticket: Ticket, dayStart: Millis): Promise<Sheets> => {
  const entries = await entriesBefore(sandbox, 'alipay', dayStart + DAY)
  const flows = balanceFlows(await movementsOf(sandbox, entries), entries)
  const before = flows.filter(({ at }) => at < dayStart)
  const others = ticket.file === 'other_tills' ? otherFlows(dayStart) : []
  const day = [...others, ...flows.slice(before.length)]
  return ['账务明细', fundDetails(before, day, surplus(ticket)), fundSummary(day)]
}

const archive = async (sandbox: AlipaySandbox, ticket: Ticket): Promise<Buffer> => {
  const dayStart = beijingDayStart(ticket.day) ?? 0
  const sheets = ticket.bill === 'trade' ? tradeSheets : fundSheets
  const [kind, details, summary] = await sheets(sandbox, ticket, dayStart)
  const entry = (name: string, of: Sheet) => ({
    name: gbk(`${account(sandbox.alipay)}_${compact(ticket.day)}_${name}.csv`),
    content: gbk(sheet(of, sandbox.alipay, dayStart)),
  })
  return zip([entry(kind, details), entry(`${kind}(汇总)`, summary)])
}

/** alipay.data.dataservice.bill.downloadurl.query. A day on which nothing moved has no bill, like one that is not made yet. */
export const askBill = async (
  sandbox: AlipaySandbox,
  content: string | undefined,
  effect: AlipayEffect | undefined,
): Promise<Reply> => {
  const body = readBody(billBody, content)
  const dayStart = body && beijingDayStart(body.bill_date)
  if (!body || dayStart === undefined) return refuse('bill_date_invalid')
  const { bill_type: bill, bill_date: day } = body
  const readiness = billReadiness(dayStart, sandbox.clock.now())
  if (readiness === 'too_early') return refuse('bill_date_invalid')
  const any = readiness === 'ready' && (await entriesOn(sandbox, 'alipay', compact(day))).length > 0
  if (!any) return refuse('bill_not_exist')
  const file = effect?.does === 'spoil_bill' ? effect.file : undefined
  const rows = bill === 'trade' ? await takeEvery(sandbox, 'alipay_bill_row') : []
  const token = await issueTicket(sandbox, { bill, day, rows, file, gzip: false })
  const query = new URLSearchParams({ bizType: bill, fileType: 'csv.zip', bizDates: compact(day), token })
  return done({ bill_download_url: `${sandbox.publicUrl}/sandbox/alipay/downloadBillFile.resource?${query}` })
}

/** The file behind such an address: nobody signs, and whoever has it within half a minute gets it. */
export const downloadBill = async (sandbox: AlipaySandbox, rawQuery: string): Promise<Answer> => {
  const ticket = await ticketOf(sandbox, new URLSearchParams(rawQuery).get('token') ?? '')
  if (!ticket) return { status: 404 }
  const whole = await archive(sandbox, ticket)
  const bytes = ticket.file === 'damaged' ? whole.subarray(0, whole.length >> 1) : whole
  return { status: 200, headers: { 'content-type': 'application/zip' }, bytes }
}

/** What the merchant could withdraw now. */
export const balance = async (sandbox: AlipaySandbox): Promise<number> => {
  const entries = await entriesBefore(sandbox, 'alipay', sandbox.clock.now() + 1)
  return balanceOf(balanceFlows(await movementsOf(sandbox, entries), entries))
}
