import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { RefundEnd } from '../channel/channel.ts'
import { verdict } from '../vendor/vendor.ts'
import { answering, paidFor, type Scenario, verification } from '../world/script.ts'

type Ending = { ends: RefundEnd | 'refused'; repairMs?: Millis }

const settling = (name: string, endings: readonly Ending[], backFen: number): Scenario => ({
  name: `refund ${name}`,
  accounts: 1,
  ends: { status: 'mismatch', backFen },
  async play(world) {
    const left = [...endings]
    world.channel.moods.refund = () => ({ ends: 'SUCCESS', ...left.shift(), afterMs: 30 * SECOND })
    answering(world, verdict('mismatch'))
    await paidFor(world, verification(world, 'membership'))
  },
})

/** Everything that can become of a refund at the channel. */
export const scenariosOfRefunds: readonly Scenario[] = [
  settling('closed, then renewed', [{ ends: 'CLOSED' }], 900),
  settling('closed twice', [{ ends: 'CLOSED' }, { ends: 'CLOSED' }], 900),
  settling('abnormal', [{ ends: 'ABNORMAL' }], 0),
  settling('abnormal, then repaired', [{ ends: 'ABNORMAL', repairMs: 90 * MINUTE }], 900),
  settling('refused for good', [{ ends: 'refused' }], 0),
]
