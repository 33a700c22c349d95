import { verificationKeys } from '../../../functions/verification/keys.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { people } from '../persons/people.ts'
import { type Begin, type Meeting, message, untilMessage } from '../world/meeting.ts'
import { type Opened, opens, workerGets } from '../world/operations.ts'
import { answering, paidFor, verification } from '../world/script.ts'
import { itemAt, spendsAtMost, timePasses, type World } from '../world/world.ts'
import { busy, FIRST, OTHER, turnedAway, verdict } from './vendor.ts'

const check =
  (world: World, { account, verificationId }: Opened): Begin =>
  () =>
    workerGets(world, { kind: 'check', id: `${account.id}.${verificationId}` })

/** Two paid checks, of which the first was refused and the second waits, and the time when the pause is over. */
const pauseOver = async (world: World): Promise<readonly [Opened, Opened]> => {
  const one = await paidFor(world, verification(world, 'fee', 0))
  const other = await paidFor(world, verification(world, 'fee', 1, people[1]))
  for (const order of [one, other]) {
    await untilMessage(world, 'check')
    world.messages = world.messages.filter(({ kind }) => kind !== 'check')
    await (await check(world, order)())?.over
  }
  timePasses(world, Number(itemAt(world, verificationKeys.breaker(FIRST))?.until))
  return [one, other]
}

/** What meets at a vendor that refuses us. */
export const meetingsOfVendor: readonly Meeting[] = [
  {
    name: 'two checks when a pause is over',
    accounts: 2,
    async prepare(world) {
      answering(world, turnedAway, verdict('match'))
      const [one, other] = await pauseOver(world)
      return [check(world, one), check(world, other)]
    },
  },
  {
    name: 'two checks when a pause is over, and the vendor refuses us still',
    accounts: 2,
    async prepare(world) {
      answering(world, turnedAway)
      const [one, other] = await pauseOver(world)
      return [check(world, one), check(world, other)]
    },
  },
  {
    name: 'two checks that are refused at once',
    accounts: 2,
    async prepare(world) {
      answering(world, turnedAway, turnedAway, verdict('match'))
      const one = await paidFor(world, verification(world, 'fee', 0))
      const other = await paidFor(world, verification(world, 'fee', 1, people[1]))
      await untilMessage(world, 'check')
      return [check(world, one), check(world, other)]
    },
  },
  {
    name: 'a check that is refused and a new order',
    accounts: 2,
    async prepare(world) {
      answering(world, turnedAway, verdict('match'))
      await paidFor(world, verification(world, 'fee', 0))
      await untilMessage(world, 'check')
      return [message(world), () => opens(world, verification(world, 'fee', 1, people[1]))]
    },
  },
  {
    name: 'a probe that is answered and a new order',
    accounts: 3,
    async prepare(world) {
      answering(world, turnedAway, verdict('match'))
      const [one] = await pauseOver(world)
      timePasses(world, world.time.now + 3 * MINUTE)
      return [check(world, one), () => opens(world, verification(world, 'fee', 2, people[2]))]
    },
  },
  {
    name: 'two checks of which one vendor gives one back',
    accounts: 2,
    async prepare(world) {
      world.vendors.names = [FIRST, OTHER]
      answering(world, busy, verdict('match'))
      const one = await paidFor(world, verification(world, 'fee', 0))
      const other = await paidFor(world, verification(world, 'fee', 1, people[1]))
      await untilMessage(world, 'check')
      return [check(world, one), check(world, other)]
    },
  },
  {
    name: 'a check that one vendor gave back, twice',
    accounts: 1,
    async prepare(world) {
      world.vendors.names = [FIRST, OTHER]
      answering(world, busy, verdict('match'))
      const one = await paidFor(world, verification(world, 'fee', 0))
      await untilMessage(world, 'check')
      await (await check(world, one)())?.over
      return [check(world, one), check(world, one)]
    },
  },
  {
    name: 'two checks where the sum of the day holds one',
    accounts: 2,
    async prepare(world) {
      spendsAtMost(world, { [FIRST]: 3000 })
      answering(world, verdict('match'))
      const one = await paidFor(world, verification(world, 'fee', 0))
      const other = await paidFor(world, verification(world, 'fee', 1, people[1]))
      await untilMessage(world, 'check')
      return [check(world, one), check(world, other)]
    },
  },
]
