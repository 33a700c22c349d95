import type { DisclosureKnown } from '../../consent/permit.ts'
import type { CheckResult } from './checker.ts'

/** What became of what was handed on with a call, as its result tells; undefined where nobody knows. */
export const outcomeOf = (result: CheckResult): DisclosureKnown | undefined => {
  if (result.kind === 'unknown') return undefined
  if (result.kind === 'not_executed') return result.notSent ? 'not_sent' : 'not_used'
  return result.kind === 'refused' && result.notLookedUp ? 'not_used' : 'answered'
}
