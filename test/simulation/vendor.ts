import { demandPermit } from '../../functions/consent/permit.ts'
import {
  type Asked,
  type CheckResult,
  type Elements,
  type IdentityChecker,
  itemsAsked,
} from '../../functions/verification/check/checker.ts'
import type { Millis } from '../../shared/kernel/time.ts'

/** One call that reached the vendor, or may have. */
export type VendorCall = { orderId: string; evidence: Elements; result: CheckResult }

/** The identity vendor: it executes what it is asked, has no idempotency, and cannot be asked afterwards. */
export type Vendor = {
  calls: VendorCall[]
  /** What it answers next for these data. */
  answer: (evidence: Elements) => CheckResult
  /** Its last refusal of us that a worker lived to write down: when that heard it, and when it was done. */
  refusal?: { heardAt: Millis; recordedAt: Millis }
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

export const newVendor = (): Vendor => ({ calls: [], answer: () => verdict('match') })

/** Possibly executed, and so possibly charged: everything but a provable "nothing was done". */
export const possiblyExecuted = ({ result }: VendorCall): boolean => result.kind !== 'not_executed'

/** What is compared in a check that is paid for. */
export const elementsOf = (asked: Asked): Elements => {
  if (asked.question !== 'carrier_three_element') throw new Error(`nobody paid to be asked for ${asked.question}`)
  const { question: _same, ...elements } = asked
  return elements
}

/** The vendor as the check worker of one order sees it. */
export const checkerFor = (vendor: Vendor, orderId: string): IdentityChecker => ({
  vendor: 'simulated',
  async check(asked, permit) {
    demandPermit(permit, 'simulated', itemsAsked(asked.question))
    const evidence = elementsOf(asked)
    const result = vendor.answer(evidence)
    vendor.calls.push({ orderId, evidence, result })
    return result
  },
})

/** A call whose answer was lost, or which perhaps never arrived: nobody can tell, so it counts as executed. */
export const lostCall = (vendor: Vendor, orderId: string, evidence: Elements, executed: boolean): CheckResult => {
  const result: CheckResult = { kind: 'unknown', vendorCode: 'timeout' }
  if (executed) vendor.calls.pop()
  vendor.calls.push({ orderId, evidence, result })
  return result
}
