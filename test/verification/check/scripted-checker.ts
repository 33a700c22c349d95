import { demandPermit } from '../../../functions/consent/permit.ts'
import { type PersonOutcome, personWith } from '../../../functions/sandbox/people.ts'
import { type CheckResult, type IdentityChecker, itemsAsked } from '../../../functions/verification/check/checker.ts'
import type { IdentityVendor } from '../../../functions/verification/vendors/choice.ts'
import { vendorNamed } from '../vendors/vendor-named.ts'

const verdict = (of: 'match' | 'mismatch' | 'no_record', vendorCode: string): CheckResult => ({
  kind: 'verdict',
  verdict: of,
  billed: 'yes',
  vendorCode,
})

/** What the vendor answers about the people of the catalogue. */
export const results: Record<PersonOutcome, CheckResult> = {
  match: verdict('match', '0'),
  mismatch: verdict('mismatch', '-4'),
  no_record: verdict('no_record', '-6'),
  vendor_busy: { kind: 'not_executed', vendorCode: 'busy' },
  timeout_after_sending: { kind: 'unknown', vendorCode: 'no_answer' },
  unsupported_segment: {
    kind: 'refused',
    because: 'number_segment_unsupported',
    billed: 'no',
    vendorCode: 'segment',
  },
  daily_limit: { kind: 'refused', because: 'vendor_daily_limit', billed: 'no', vendorCode: 'daily_limit' },
  alibaba_cloud_only: {
    ...{ kind: 'refused', because: 'number_segment_unsupported', billed: 'no', vendorCode: 'segment' },
    notLookedUp: true,
  },
}

/**
 * Identity vendors that know the catalogue; more can be pushed to `vendors`. `script` holds what they answer instead, call by call;
 * `asked` is what was compared in every call, and `askedOf` by whom.
 */
export const scriptedChecker = () => {
  const asked: Record<string, string>[] = []
  const askedOf: string[] = []
  const recheckers: IdentityVendor[] = [vendorNamed('alibaba_cloud')]
  const vendors: IdentityVendor[] = [vendorNamed('scripted')]
  const script: (() => CheckResult | Promise<CheckResult>)[] = []
  const open = async (vendor: string): Promise<IdentityChecker> => ({
    vendor,
    async check({ question, ...elements }, permit) {
      demandPermit(permit, vendor, itemsAsked(question))
      asked.push(elements)
      askedOf.push(vendor)
      const line = script.shift()
      if (line) return line()
      // Nobody's number has changed hands, unless the script says so.
      if (!('idNumber' in elements)) return results.match
      const person = personWith(elements.idNumber)
      return person ? results[person.outcome] : results.no_record
    },
  })
  return { open, vendors, recheckers, asked, askedOf, script }
}
