import { demandPermit } from '../../../functions/consent/permit.ts'
import {
  type Asked,
  type CheckResult,
  type Elements,
  type IdentityChecker,
  itemsAsked,
} from '../../../functions/verification/check/checker.ts'
import type { Millis } from '../../../shared/kernel/time.ts'

/** One call that reached the vendor, or may have. */
export type VendorCall = { orderId: string; vendor: string; evidence: Elements; result: CheckResult }

/** The names of the identity vendors. Most of what can happen needs only one. */
export const FIRST = 'simulated'
export const OTHER = 'other'

/** Identity vendors: they execute what they are asked, have no idempotency, and cannot be asked afterwards. */
export type Vendors = {
  /** Those of this deployment, the most preferred first. */
  names: readonly string[]
  calls: VendorCall[]
  /** What one of them answers next for these data. */
  answer: (evidence: Elements, vendor: string) => CheckResult
  /** The last refusal of us by each that a worker lived to write down: when that heard it, and when it was done. */
  refusals: Map<string, { heardAt: Millis; recordedAt: Millis }>
}

export const verdict = (said: 'match' | 'mismatch' | 'no_record'): CheckResult => ({
  kind: 'verdict',
  verdict: said,
  billed: 'yes',
  vendorCode: 'Success',
})

/** Documented as unexecuted: our account is not in order. */
export const turnedAway: CheckResult = {
  kind: 'not_executed',
  vendorCode: 'UnauthorizedOperation.Arrears',
  needsRepair: true,
}

/** Documented as answered before anybody was looked up. */
export const notLookedUp: CheckResult = {
  kind: 'refused',
  because: 'number_segment_unsupported',
  billed: 'no',
  vendorCode: '-13',
  notLookedUp: true,
}

/** Provably not executed. */
export const busy: CheckResult = { kind: 'not_executed', vendorCode: 'ECONNREFUSED' }

/** Ours to repair too, but perhaps executed. */
export const denied: CheckResult = {
  kind: 'refused',
  because: 'vendor_refused',
  billed: 'unknown',
  vendorCode: 'OperationDenied',
  needsRepair: true,
}

export const unsupported: CheckResult = {
  kind: 'refused',
  because: 'number_segment_unsupported',
  billed: 'no',
  vendorCode: '-13',
}

export const newVendors = (): Vendors => ({
  names: [FIRST],
  calls: [],
  answer: () => verdict('match'),
  refusals: new Map(),
})

/** Possibly executed, and so possibly charged: everything but a provable or documented "nobody was looked up". */
export const possiblyExecuted = ({ result }: VendorCall): boolean =>
  result.kind !== 'not_executed' && !(result.kind === 'refused' && result.notLookedUp && !result.needsRepair)

/** What is compared in a check that is paid for; of a look, the number alone. */
export const elementsOf = (asked: Asked): Elements => {
  if (asked.question === 'phone_still_held') return { name: '', idNumber: '', phone: asked.phone }
  if (asked.question !== 'carrier_three_element') throw new Error(`nobody paid to be asked for ${asked.question}`)
  const { question: _same, ...elements } = asked
  return elements
}

/** A vendor as the check worker of one order sees it. */
export const checkerFor = (vendors: Vendors, vendor: string, orderId: string): IdentityChecker => ({
  vendor,
  async check(asked, permit) {
    demandPermit(permit, vendor, itemsAsked(asked.question))
    const evidence = elementsOf(asked)
    const result = vendors.answer(evidence, vendor)
    vendors.calls.push({ orderId, vendor, evidence, result })
    return result
  },
})

/** A call whose answer was lost, or which perhaps never arrived: nobody can tell, so it counts as executed. */
export const lostCall = (vendors: Vendors, of: Omit<VendorCall, 'result'>, executed: boolean): CheckResult => {
  const result: CheckResult = { kind: 'unknown', vendorCode: 'timeout' }
  if (executed) vendors.calls.pop()
  vendors.calls.push({ ...of, result })
  return result
}
