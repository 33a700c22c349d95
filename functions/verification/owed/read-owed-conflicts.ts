import type { Refusal } from '../../../shared/kernel/outcome.ts'
import type { ProblemCode } from '../../../shared/kernel/problems.ts'
import { type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import { LIMITED } from '../../account/limits/limit-store.ts'
import { gateOpensAt } from '../check/breaker-store.ts'
import { coolDownEnd } from '../submission/person-store.ts'

/**
 * What stands against a check that the platform pays for, whatever it is of, once whoever opened it has looked at what is of theirs. `because`: the
 * items that were in the way; `limited`: what they call too many a day; `coolingDown`: the refusal of data that was checked just now, without its time.
 */
export const refusalOfOwed = (
  because: ReadonlyMap<string | undefined, Item | undefined>,
  { limited, coolingDown }: { limited: ProblemCode; coolingDown: Refusal },
  vendors: readonly { name: string }[],
  now: Millis,
): Refusal | undefined => {
  const tomorrow = nextBeijingDay(now)
  if (because.has(LIMITED)) return { code: limited, retryAt: tomorrow }
  if (because.has('too_many_refusals')) return { code: 'too_many_refusals', retryAt: tomorrow }
  if (because.has('cooling_down')) return { ...coolingDown, retryAt: coolDownEnd(because.get('cooling_down')) }
  if (because.has('paused'))
    return { code: 'verification_paused', retryAt: gateOpensAt(vendors, because.get('paused')) }
  return because.has('spent') ? { code: 'verification_paused', retryAt: tomorrow } : undefined
}
