import type { Tell } from '../../../shared/kernel/alarm.ts'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { normalisePhone } from '../../person/phone.ts'
import { accountKeys } from '../keys.ts'
import { liveAt, type SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { handedOnIn, isSentTo, reportCounted, reportRefusal } from './challenge-store.ts'
import { textReported } from './counted-text-store.ts'
import { type SmsReportTold, toldOf } from './sms-report.ts'
import type { PhoneHandedOn, SmsReport, SmsSender } from './sms-sender.ts'

export type SmsReportDeps<P> = {
  table: Table
  keyRing: () => Promise<KeyRing>
  clock: Clock
  sms: (vendor: string) => Promise<SmsSender<P>>
  /** Lets a vendor be asked about a text that it was given the number for. */
  permitFor: (of: PhoneHandedOn) => P
  /** Rings the alarm of the function. */
  alarm: Tell
  /** For whoever reads the log. */
  note: Tell
  settings: Pick<AccountSettings, 'sms'>
}

/** The text that was asked for: by its number as typed, and in whose session, or under which id it was asked for to sign in. */
export type SmsReportInput = { phone: string; caller: SessionClaim | undefined; smsCodeId?: string }

/** A receipt that tells of trouble is told to whoever runs this, never whose it is. */
const tellTrouble = (deps: Pick<SmsReportDeps<unknown>, 'alarm' | 'note'>, vendor: string, report: SmsReport): void => {
  if (report.kind === 'undelivered')
    deps.note('sms_not_delivered', { vendor, code: report.code, because: report.because })
  if ((report.kind === 'undelivered' || report.kind === 'unavailable') && report.needsRepair)
    deps.alarm('sms_vendor_needs_repair', { vendor, code: report.code })
}

/**
 * What became of the text with a code that is not answered yet, from the vendor that was given it last: to whoever asked for that very
 * text, and knows its number. Counted before anybody is asked. Refuses with `invalid_phone`, `unauthenticated` (in a session that is
 * over), `invalid_id` (none given to sign in), `not_found` (no such code, an answered one, or another number: all alike), `sms_report_too_often`, `sms_unavailable` (the
 * vendor could not be asked). One database call, two where the carrier has said what became of it; one of the vendor.
 */
export const askSmsReport = async <P>(
  deps: SmsReportDeps<P>,
  input: SmsReportInput,
): Promise<Outcome<SmsReportTold>> => {
  const typed = normalisePhone(input.phone)
  if (!typed.ok) return refusedField('/phone', typed.refusal.code)
  const now = deps.clock.now()
  const { caller, smsCodeId = '' } = input
  if (!caller && smsCodeId === '') return refusedField('/smsCodeId', 'invalid_id')
  const key = caller ? caller.session : accountKeys.challenge(smsCodeId)
  const more = caller ? [liveAt(now)] : []
  const counted = await deps.table.update(reportCounted(key, now, deps.settings.sms.reports, more))
  if (counted.kind === 'conflict') return reportRefusal(counted.item, now, caller !== undefined)
  const to = handedOnIn(counted.item, smsCodeId).at(-1)
  if (!to || !isSentTo(await deps.keyRing(), counted.item, typed.value)) return refused('not_found')
  const { id: ref, vendor, at } = to
  const report = await (await deps.sms(vendor)).reportOn({ phone: typed.value, ref, at }, deps.permitFor(to))
  tellTrouble(deps, vendor, report)
  const known = textReported(to, report)
  if (known) await deps.table.update(known)
  const told = toldOf(report)
  return told ? ok(told) : refused('sms_unavailable')
}
