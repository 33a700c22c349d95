import { type DataItem, dataItems, disclosing, type Permit } from '../../functions/consent/permit.ts'
import {
  type Asked,
  type CheckResult,
  type Element,
  type Question,
  questions,
  refusesUs,
} from '../../functions/verification/check/checker.ts'

/** Somebody nobody can be, with a number whose check digit is a small letter. */
export const evidence: Record<Element, string> = {
  name: '买买提·吐尔逊',
  idNumber: '11010118850615001x',
  phone: '19400000000',
  bankCard: '6200000000000005',
}

/** A question about them. */
export const askedOf = (question: Question, change: Partial<Record<Element, string>> = {}): Asked => {
  const all = { ...evidence, ...change }
  const since = question === 'phone_still_held' && { since: '20261105' }
  return { question, ...Object.fromEntries(questions[question].map((one) => [one, all[one]])), ...since } as Asked
}

/** A permit as the commit of a claim gives it. */
export const permitFor = (recipient: string, items: readonly DataItem[]): Permit =>
  disclosing(
    { id: 'c', accountId: 'a', purpose: 'identity_check', items: dataItems, notice: 'n' },
    { id: 'd', recipient, items, check: 'v', at: 0 },
  ).permit

/** What a result means for the check: its outcome, the money, what may be asked next, and whether it is ours to repair. */
export const consequences = (result: CheckResult) => {
  const { kind, vendorCode } = result
  const base = { vendorCode, repair: refusesUs(result) }
  if (kind === 'verdict') {
    const { verdict, billed, differs } = result
    return { ...base, outcome: differs ? `${verdict} of ${differs.join(' and ')}` : verdict, billed, next: 'final' }
  }
  if (kind === 'refused') {
    const next = result.notLookedUp ? 'other vendor' : 'final'
    return { ...base, outcome: result.because, billed: result.billed, next }
  }
  return kind === 'not_executed'
    ? { ...base, outcome: kind, billed: 'no', next: 'again' }
    : { ...base, outcome: kind, billed: 'unknown', next: 'final' }
}
