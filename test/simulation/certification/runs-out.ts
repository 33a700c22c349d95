import { ok } from '../../../shared/kernel/outcome.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { Begin } from '../two/meet.ts'

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

/** The clock jumps, and whoever sees to it comes by. */
export const runsOut =
  (to: number, ends: (at: ReviewWorld) => Promise<unknown>): Begin<ReviewWorld> =>
  async (at) => {
    await at.table.get(NOTHING)
    at.time.now = Math.max(at.time.now, to)
    return ok(await ends(at))
  }
