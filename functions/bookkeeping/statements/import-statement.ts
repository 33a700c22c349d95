import { createHash } from 'node:crypto'
import type { Alarm } from '../../../shared/kernel/alarm.ts'
import { dayAfter, isDay } from '../../../shared/kernel/days.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { ofName } from '../../../shared/kernel/settings.ts'
import { beijingDayStart, type Clock, DAY } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { madeCallIn } from '../../verification/check/call-store.ts'
import { verificationLists } from '../../verification/keys.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import { bookkeepingKeys } from '../keys.ts'
import { isAlibabaCloudBill, readAlibabaCloudBill } from './alibaba-cloud-bill.ts'
import { type CallComparison, compareCalls, type Day, MIDNIGHT_MARGIN, type OurCall } from './call-comparison.ts'
import { isVendorName, type Read, readStatement } from './statement-rows.ts'
import { statementFrom, statementOf, statementStored, type VendorStatement } from './statement-store.ts'
import { compareTotal } from './total-comparison.ts'

export type ImportDeps = {
  table: Table
  clock: Clock
  ids: Ids
  settings: Pick<VerificationSettings, 'vendorCost'>
  /** The vendor charges for calls we do not know, or not as we do: somebody must look. */
  alarm: Alarm
}

export type StatementFile = { vendor: string; day: string; csv: string; reason: string }

const PAGE = 200

/** Our calls to a vendor on a day, and those just before and after it: its clock is not ours. */
const callsAround = async (table: Table, vendor: string, day: string, { from, until }: Day): Promise<OurCall[]> => {
  const calls: OurCall[] = []
  for (const days of [-1, 0, 1]) {
    const list = verificationLists.vendorCalls(vendor, dayAfter(day, days))
    let after: string | undefined
    do {
      const within = { from: from - MIDNIGHT_MARGIN, until: until + MIDNIGHT_MARGIN - 1 }
      const page = await table.list({ list, ...within, limit: PAGE, after })
      calls.push(...page.items.map(madeCallIn))
      after = page.next
    } while (after !== undefined)
  }
  return calls
}

type Comparing = (calls: readonly OurCall[], span: Day) => CallComparison

/** What a file holds against our calls: call by call, or, in a vendor's own format that names none, their number. */
const compareWith = (vendor: string, csv: string, day: string): Read<Comparing> => {
  if (vendor === 'alibaba_cloud' && isAlibabaCloudBill(csv)) {
    const read = readAlibabaCloudBill(csv, day)
    return read.kind === 'fault' ? read : { kind: 'read', value: (...of) => compareTotal(read.value, ...of) }
  }
  const read = readStatement(csv, day)
  return read.kind === 'fault' ? read : { kind: 'read', value: (...of) => compareCalls(read.value, ...of) }
}

/**
 * Holds a vendor's statement of a Beijing day against our calls and keeps the result. Once more with the same file comes to the
 * same. Refused with line, column and fault when the file cannot be read; nothing is kept then.
 */
export const importStatement = async (
  deps: ImportDeps,
  operator: Operator,
  { vendor, day, csv, reason }: StatementFile,
): Promise<Outcome<VendorStatement>> => {
  const unitCost = ofName(deps.settings.vendorCost, vendor)
  if (unitCost === undefined)
    return refusedField('/vendor', 'vendor_unknown', { enum: Object.keys(deps.settings.vendorCost) })
  const from = beijingDayStart(day)
  const span = { from, until: from + DAY }
  const now = deps.clock.now()
  if (now < span.until) return refusedField('/day', 'statement_day_not_over')
  const read = compareWith(vendor, csv, day)
  if (read.kind === 'fault') {
    const { line, fault, column } = read
    const fields = [{ pointer: '/csv', code: 'statement_invalid' } as const]
    return refused('statement_invalid', { fields, extra: { line, fault, ...(column && { column }) } })
  }
  const comparison = read.value(await callsAround(deps.table, vendor, day, span), span)
  const fileSha256 = createHash('sha256').update(csv).digest('hex')
  const of = { vendor, day, importedAt: now, importedBy: operator.operatorId, fileSha256 }
  const statement = statementFrom(of, comparison, unitCost)
  const subject = deedSubjects.statement(vendor, day)
  const by = doers.operator(operator)
  const deed = { id: deps.ids.id(), subject, at: now, by, action: 'statement_import', reason } as const
  await commitDeed(deps, deed, [statementStored(statement)])
  const { unexplained } = statement.counts
  if (unexplained > 0) deps.alarm('vendor_statement_differs', { vendor, day, unexplained })
  return ok(statement)
}

/** What the last import of a vendor's day found. */
export const readVendorStatement = async (
  deps: { table: Table },
  vendor: string,
  day: string,
): Promise<Outcome<VendorStatement>> => {
  const found =
    isVendorName(vendor) && isDay(day) ? await deps.table.get(bookkeepingKeys.statement(vendor, day)) : undefined
  return found ? ok(statementOf(found)) : refused('not_found')
}
