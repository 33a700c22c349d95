import * as z from 'zod/mini'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import type { Put } from '../../../shared/table/write.ts'
import type { Channel } from '../delivery/task.ts'
import { created, listDocuments } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'

const withdrawal = z.object({ kind: z.literal('withdrawal'), withdrawalId: z.string(), fen: z.int(), at: z.number() })

/** Money that moved at a channel. Payments and refunds only point to the order that has the particulars. */
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('payment'), outTradeNo: z.string(), at: z.number() }),
  z.object({ kind: z.literal('refund'), outTradeNo: z.string(), refundId: z.string(), at: z.number() }),
  withdrawal,
])

export type Entry = z.infer<typeof entrySchema>
export type Withdrawal = z.infer<typeof withdrawal>

const DAYS_KEPT = 400
const TIME_DIGITS = 15

const nameOf = (entry: Entry): string => {
  if (entry.kind === 'payment') return `payment#${entry.outTradeNo}`
  return entry.kind === 'refund' ? `refund#${entry.outTradeNo}#${entry.refundId}` : entry.withdrawalId
}

/** Remembers a movement of money on the Beijing day it happens; written with the order it belongs to. */
export const journalled = (sandbox: Sandbox, channel: Channel, entry: Entry): Put => {
  const sk = `${beijingDay(entry.at)}#${String(entry.at).padStart(TIME_DIGITS, '0')}#${nameOf(entry)}`
  return created(keys.journal(channel, sk), entry, { now: Math.max(entry.at, sandbox.clock.now()), days: DAYS_KEPT })
}

/** What moved before `until` (epoch ms), oldest first. */
export const entriesBefore = async (sandbox: Sandbox, channel: Channel, until: Millis): Promise<Entry[]> => {
  const all = await listDocuments(sandbox.table, keys.journal(channel, '').pk, entrySchema)
  return all.map(({ value }) => value).filter(({ at }) => at < until)
}

/** What moved on a Beijing day (YYYYMMDD), oldest first. */
export const entriesOn = async (sandbox: Sandbox, channel: Channel, day: string): Promise<Entry[]> => {
  const found = await listDocuments(sandbox.table, keys.journal(channel, '').pk, entrySchema, `${day}#`)
  return found.map(({ value }) => value)
}
