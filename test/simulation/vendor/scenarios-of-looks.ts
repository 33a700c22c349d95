import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { untilQuiet } from '../world/quiet.ts'
import { answering, paidFor, type Scenario, verification } from '../world/script.ts'
import type { World } from '../world/world.ts'
import { busy, FIRST, verdict } from './vendor.ts'

const unheard: CheckResult = { kind: 'unknown', vendorCode: 'ETIMEDOUT' }

/** In an hour what would be half a year; the vendor of the checks is asked this too. */
const looking = (world: World): void => {
  const vendors = [FIRST] as unknown as World['settings']['recheck']['vendors']
  world.settings = {
    ...world.settings,
    // As much as a check costs, so that the books are reckoned alike.
    recheck: { afterMs: HOUR, retryMs: HOUR, tries: 9, vendors, cost: world.settings.vendorCost },
  }
}

/** Somebody is verified, and the platform looks at their number until it hears that somebody else has it. */
const looked = (name: string, ...looks: CheckResult[]): Scenario => ({
  name: `number recycled${name}`,
  accounts: 1,
  ends: { status: 'verified', backFen: 0 },
  async play(world) {
    looking(world)
    answering(world, verdict('match'), ...looks, verdict('mismatch'))
    await paidFor(world, verification(world, 'fee'))
    await untilQuiet(world)
  },
})

/** Looks of the platform at what a check has proven. */
export const scenariosOfLooks: readonly Scenario[] = [
  looked(''),
  looked(', after a look that found it unchanged', verdict('match')),
  looked(', after one that was not heard', unheard),
  looked(', after one that found nothing', verdict('no_record')),
  looked(', while the vendor is busy', busy),
]
