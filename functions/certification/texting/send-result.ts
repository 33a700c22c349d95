import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Clock, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { isTrouble, mayAskAnother, phoneKept, smsOrder } from '../../account/codes/sms-choice.ts'
import { troubleKey, vendorTroubled } from '../../account/codes/sms-limit-store.ts'
import type { SmsResult, SmsSender } from '../../account/codes/sms-sender.ts'
import { counted, LIMITED, mustWait } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import type { AccountSettings, SmsVendorName } from '../../account/settings.ts'
import type { Permit } from '../../consent/permit.ts'
import { resultNotTaken, resultTexted } from '../../consent/texting-store.ts'
import { decide, luckOf } from '../../outgoing/ladder.ts'
import { textingKeys, textingWork } from '../keys.ts'
import { newsOf } from './news.ts'
import { type KeptNumber, keptNumberIn, NUMBER } from './number-store.ts'
import type { GivenUpBecause, ResultText } from './result-text.ts'
import { resultTextMoved, resultTextOf } from './result-text-store.ts'
import type { ResultTextSettings } from './settings.ts'
import { templateAt, textingVendors } from './templates.ts'

export type SendResultDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit' | 'update'>
  vault: Pick<Vault, 'openDataKey'>
  clock: Clock
  ids: Ids
  sms: (vendor: string) => Promise<SmsSender<Permit>>
  settings: ResultTextSettings & Pick<AccountSettings, 'sms'>
  /** Rings the alarm of the function. */
  alarm: Alarm
  note: Tell
}

/** Longer than whoever gives a text to a vendor can live. */
const LEASE: Millis = 2 * MINUTE

/** How it ended, in a word for the log. */
export type ResultSent = ResultText['status'] | 'nothing_owed' | 'not_yet' | 'overtaken'

const openNumber = async ({ vault }: SendResultDeps, { accountId, application, wrappedKey, phone }: KeptNumber) => {
  const opener = await vault.openDataKey(wrappedKey, { account: accountId, verification: application })
  const opened = opener.open({ dataSet: NUMBER, key: application, attribute: 'phone' }, phone)
  opener.forget()
  return opened
}

/** Who is given it next: whoever gave trouble lately last, and whoever did not take it the last time after the others. */
const findVendor = async (
  { table, clock, settings }: SendResultDeps,
  { vendor: last }: ResultText,
): Promise<SmsVendorName | undefined> => {
  const vendors = textingVendors(settings)
  if (vendors.length === 0) return undefined
  const items = await table.getMany(vendors.map(troubleKey))
  const troubled = vendors.filter((_vendor, at) => mustWait(items[at], clock.now()))
  const [first] = smsOrder(vendors, { troubled, last })
  return vendors.find((one) => one === first)
}

/** What is certain stands in one write; nobody who was faster is overwritten. */
const move = async ({ table }: SendResultDeps, to: ResultSent, writes: Write[]): Promise<ResultSent> =>
  (await table.commit(writes)).kind === 'committed' ? to : 'overtaken'

const giveUp = async (
  deps: SendResultDeps,
  of: ResultText,
  because: GivenUpBecause,
  also: readonly Write[] = [],
): Promise<ResultSent> => {
  const ended = await move(deps, 'given_up', [resultTextMoved(of, 'given_up', { because }), ...also])
  if (ended !== 'given_up') return ended
  if (because === 'vendors') deps.alarm('result_text_given_up', { because, tries: of.tries })
  else deps.note('result_text_not_sent', { because, tries: of.tries })
  return ended
}

/** What a vendor that certainly did not take it makes of it: later again, or never. */
const putOff = async (
  deps: SendResultDeps,
  of: ResultText,
  result: SmsResult,
  known: readonly Write[],
): Promise<ResultSent> => {
  const others = textingVendors(deps.settings).filter((one) => one !== of.vendor)
  const blocked = result.kind === 'not_taken' && result.because === 'blocked'
  // The number itself, of which every vendor says the same, or the only vendor there is.
  if (!mayAskAnother(result) || (blocked && others.length === 0)) return giveUp(deps, of, 'number', known)
  const { attempts } = deps.settings.resultTexts
  const now = deps.clock.now()
  const decided = decide({ kind: 'later', reason: 'vendors' }, of.tries - 1, attempts, now, luckOf(deps.ids))
  if (decided.to !== 'later') return giveUp(deps, of, 'vendors', known)
  return move(deps, 'waiting', [resultTextMoved(of, 'not_taken', { notBefore: decided.notBefore }), ...known])
}

const settle = async (deps: SendResultDeps, of: ResultText, result: SmsResult): Promise<ResultSent> => {
  const now = deps.clock.now()
  const { accountId, vendor = '', ref = '' } = of
  if (result.kind === 'not_taken' && result.because === 'needs_repair')
    deps.alarm('sms_vendor_needs_repair', { vendor, code: result.code })
  if (isTrouble(result)) await deps.table.update(vendorTroubled(vendor, now, deps.settings.sms))
  if (result.kind === 'sent') return move(deps, 'sent', [resultTextMoved(of, 'taken', {})])
  if (result.kind === 'in_doubt') return move(deps, 'in_doubt', [resultTextMoved(of, 'doubted', {})])
  const outcome = phoneKept(result)
  return putOff(deps, of, result, outcome ? [resultNotTaken({ id: ref, outcome }, accountId)] : [])
}

const give = async (deps: SendResultDeps, of: ResultText): Promise<ResultSent> => {
  const now = deps.clock.now()
  const vendor = await findVendor(deps, of)
  if (vendor === undefined) return giveUp(deps, of, 'off')
  const number = keptNumberIn(await deps.table.get(textingKeys.number(of.accountId, of.application)), now)
  if (!number) return giveUp(deps, of, 'number_gone')
  const phone = await openNumber(deps, number)
  const ref = deps.ids.id()
  const handed = { tries: of.tries + 1, vendor, ref, leaseUntil: now + LEASE }
  const { permit, record } = resultTexted({ id: ref, vendor, at: now }, of.accountId)
  const claimed = await deps.table.commit([
    resultTextMoved(of, 'handed', handed),
    record,
    // A text that is tried again counts once.
    ...(of.tries > 0
      ? []
      : [
          counted({
            subject: `RESULT_TEXTS#${of.accountId}`,
            window: dayOf(now),
            limit: deps.settings.resultTexts.perDay,
          }),
        ]),
  ])
  if (claimed.kind === 'conflict')
    return isBecause(claimed.conflicts, LIMITED) ? giveUp(deps, of, 'too_many') : 'overtaken'
  const { notBefore: _waited, ...rest } = of
  const giving: ResultText = { ...rest, ...handed, status: 'giving' }
  const news = newsOf(of.result, of.until)
  const sender = await deps.sms(vendor)
  return settle(
    deps,
    giving,
    await sender.sendNews({ phone, template: templateAt(deps.settings, vendor), news, ref }, permit),
  )
}

/**
 * W5 texts the result that a pointer (`<account>.<text>`) names, at most once: it is on record that a vendor is given it before it is, so that whoever dies over
 * it leaves it in doubt, and nobody gives it again; the letter says the same. A vendor that certainly did not take it is tried again later, or another. Never
 * before the commit that brought the result about, which wrote it. Five table calls, one to KMS, one to a vendor.
 */
export const sendResult = async (deps: SendResultDeps, id: string): Promise<ResultSent> => {
  const key = textingWork.keyOf(id)
  const item = key && (await deps.table.get(key))
  if (!item) return 'nothing_owed'
  const of = resultTextOf(item)
  const now = deps.clock.now()
  if (of.status === 'giving')
    return now < (of.leaseUntil ?? 0) ? 'not_yet' : move(deps, 'in_doubt', [resultTextMoved(of, 'doubted', {})])
  if (of.status !== 'waiting') return 'nothing_owed'
  return now < (of.notBefore ?? 0) ? 'not_yet' : give(deps, of)
}
