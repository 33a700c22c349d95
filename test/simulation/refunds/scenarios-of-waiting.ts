import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Endless, RefundEnd } from '../channel/channel.ts'
import { verdict } from '../vendor/vendor.ts'
import { answering, paidFor, type Scenario, verification } from '../world/script.ts'
import type { World } from '../world/world.ts'

type Ending = { ends: Endless | RefundEnd; afterMs?: Millis }

/** Short, so that a run has few steps: the channel is asked every minute at first. */
const PATIENCE: Millis = 3 * MINUTE

const waiting = (
  name: string,
  backFen: number,
  endings: readonly Ending[],
  before?: (world: World) => void,
): Scenario => ({
  name: `refund ${name}`,
  accounts: 1,
  ends: { status: 'mismatch', backFen },
  async play(world) {
    world.settings = { ...world.settings, refunds: { ...world.settings.refunds, patienceMs: PATIENCE } }
    const left = [...endings]
    world.channel.moods.refund = () => ({ afterMs: 30 * SECOND, ...(left.shift() ?? { ends: 'SUCCESS' }) })
    before?.(world)
    answering(world, verdict('mismatch'))
    await paidFor(world, verification(world, 'membership'))
  },
})

/** Refunds that the channel does not end, or not in time: a person hears of each. */
export const scenariosOfWaiting: readonly Scenario[] = [
  waiting('in processing for ever', 0, [{ ends: 'PROCESSING' }]),
  waiting('in a state nobody knows, for ever', 0, [{ ends: 'HELD' }]),
  waiting('in processing for long, then done', 900, [{ ends: 'SUCCESS', afterMs: 7 * HOUR }]),
  waiting('in processing for long, then closed', 900, [{ ends: 'CLOSED', afterMs: 7 * HOUR }]),
  waiting('closed again and again', 0, Array<Ending>(5).fill({ ends: 'CLOSED' })),
  waiting('never taken, for want of balance', 0, [], (world) => {
    world.channel.moods.isShort = () => true
  }),
]
