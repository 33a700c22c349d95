import { MINUTE } from '../../../shared/kernel/time.ts'
import { people } from '../persons/people.ts'
import { opens } from '../world/operations.ts'
import { untilDelivered, untilQuiet } from '../world/quiet.ts'
import { allBackFen, answering, insisted, membership, paidFor, type Scenario, verification } from '../world/script.ts'
import { timePasses } from '../world/world.ts'
import { denied, turnedAway, unsupported, verdict } from './vendor.ts'

/** A vendor that refuses us, or some numbers. */
export const scenariosOfVendor: readonly Scenario[] = [
  {
    name: 'the vendor refuses us, and is mended',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      answering(world, turnedAway, turnedAway, verdict('match'))
      await paidFor(world, verification(world, 'membership'))
    },
  },
  {
    name: 'the vendor refuses us for good',
    accounts: 1,
    ends: { status: 'undetermined', backFen: allBackFen.membership },
    async play(world) {
      answering(world, turnedAway)
      await paidFor(world, verification(world, 'membership'))
    },
  },
  {
    name: 'the vendor refuses us, perhaps executed',
    accounts: 1,
    ends: { status: 'undetermined', backFen: allBackFen.fee },
    async play(world) {
      answering(world, denied)
      await paidFor(world, verification(world, 'fee'))
    },
  },
  {
    name: 'two wait for a vendor that refuses us',
    accounts: 2,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      answering(world, turnedAway, verdict('match'))
      await paidFor(world, verification(world, 'fee', 0))
      await paidFor(world, verification(world, 'fee', 1, people[1]))
    },
  },
  {
    name: 'an order is wanted while the vendor refuses us',
    accounts: 2,
    ends: { status: 'settled', backFen: 0 },
    async play(world) {
      answering(world, turnedAway, verdict('match'))
      await paidFor(world, verification(world, 'fee'))
      await untilDelivered(world)
      await insisted(() => opens(world, verification(world, 'fee', 1, people[1])))
      timePasses(world, world.time.now + MINUTE)
      await insisted(() => opens(world, verification(world, 'fee', 1, people[1])))
      await paidFor(world, membership(world, 'm'))
    },
  },
  {
    name: 'a number the vendor cannot check, and another of its segment',
    accounts: 2,
    ends: { status: 'undetermined', backFen: allBackFen.fee },
    async play(world) {
      answering(world, unsupported)
      await paidFor(world, verification(world, 'fee'))
      await untilQuiet(world)
      await insisted(() => opens(world, verification(world, 'fee', 1)))
    },
  },
]
