import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Key, Write } from '../../../shared/table/write.ts'
import type { SessionClaim } from '../sessions/session-store.ts'
import type { AccountSettings } from '../settings.ts'
import { handedOver } from './challenge-store.ts'
import { textHanded, textRefused } from './counted-text-store.ts'
import { isTrouble, mayAskAnother, phoneKept } from './sms-choice.ts'
import type { SmsPurpose } from './sms-limit.ts'
import { vendorTroubled } from './sms-limit-store.ts'
import type { CodeText, PhoneHandedOn, PhoneKept, SmsResult, SmsSender } from './sms-sender.ts'

/** What lets a text be sent, and the record for the account it is sent for, if that is known. Nobody has one without the other. */
export type HandOver<P> = (of: PhoneHandedOn, accountId: string | undefined) => { permit: P; records: readonly Write[] }

export type TextDeps<P> = {
  table: Table
  clock: Clock
  ids: Ids
  sms: (vendor: string) => Promise<SmsSender<P>>
  handOver: HandOver<P>
  /** The record for an account that a vendor did certainly not use its number. */
  textNotTaken: (of: PhoneHandedOn & { outcome: PhoneKept }, accountId: string) => Write
  /** Rings the alarm of the function. */
  alarm: Alarm
  settings: Pick<AccountSettings, 'sms'>
}

/** A text with a code that is kept: where, and under which hash. The vendors it is given to, first to last. */
export type KeptText = Omit<CodeText, 'ref'> & { key: Key; codeHash: string; caller: SessionClaim | undefined }

/** What a text is sent for, in whose session if in any. */
export const purposeIn = (caller: SessionClaim | undefined): SmsPurpose => (caller ? 'verify_phone' : 'sign_in')

/** The number goes to that vendor next. */
export const handingTo = (deps: Pick<TextDeps<unknown>, 'ids' | 'clock'>, vendor: string): PhoneHandedOn => ({
  id: deps.ids.id(),
  vendor,
  at: deps.clock.now(),
})

const askVendor = async <P>(deps: TextDeps<P>, text: KeptText, to: PhoneHandedOn, permit: P): Promise<SmsResult> => {
  const { phone, code, minutes } = text
  const result = await (await deps.sms(to.vendor)).sendCode({ phone, code, minutes, ref: to.id }, permit)
  if (result.kind === 'not_taken' && result.because === 'needs_repair')
    deps.alarm('sms_vendor_needs_repair', { vendor: to.vendor, code: result.code })
  if (isTrouble(result)) await deps.table.update(vendorTroubled(to.vendor, deps.clock.now(), deps.settings.sms))
  return result
}

/** What is known now of who was given the number. */
const endedAs = (to: PhoneHandedOn, result: SmsResult): PhoneHandedOn => {
  const outcome = phoneKept(result)
  return outcome === undefined ? to : { ...to, outcome }
}

/** The record of an account whose number a vendor did not use. */
const notTaken = <P>(deps: TextDeps<P>, { caller }: KeptText, { outcome, ...to }: PhoneHandedOn): Write[] =>
  caller && outcome ? [deps.textNotTaken({ ...to, outcome }, caller.claimedId)] : []

/** A number that goes to a vendor, which is on record, and what lets the text be sent. */
type Handed<P> = { to: PhoneHandedOn; permit: P }

/**
 * Gives a text to the vendor that was kept with its code, and to the next of `others` only where all before (`before`) certainly did not
 * take it, and not because of the number. What each made of it is on record before another is asked. Answers what the last said
 * that was asked. For each vendor but the first one database call, one more where it gives trouble, and where the last one did not
 * certainly take it. Rings for a vendor that needs repair.
 */
export const sendText = async <P>(
  deps: TextDeps<P>,
  text: KeptText,
  { to, permit }: Handed<P>,
  others: readonly string[],
  before: readonly PhoneHandedOn[] = [],
): Promise<SmsResult> => {
  const result = await askVendor(deps, text, to, permit)
  const ended = endedAs(to, result)
  const known = [...textRefused(to, result), ...notTaken(deps, text, ended)]
  const [vendor, ...rest] = others
  if (vendor === undefined || !mayAskAnother(result)) {
    if (known.length > 0) await deps.table.commit(known)
    return result
  }
  const next = handingTo(deps, vendor)
  const handed = deps.handOver(next, text.caller?.claimedId)
  const kept = handedOver(text.key, text.codeHash, [...before, ended, next])
  const counted = textHanded(next, purposeIn(text.caller))
  const committed = await deps.table.commit([kept, ...known, counted, ...handed.records])
  if (committed.kind === 'conflict') {
    // Another code has taken its place meanwhile; what became of this one is known all the same.
    await deps.table.commit(known)
    return result
  }
  return sendText(deps, text, { to: next, permit: handed.permit }, rest, [...before, ended])
}
