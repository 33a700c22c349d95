import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { people } from '../persons/people.ts'
import { opens } from '../world/operations.ts'
import { untilDelivered, untilQuiet } from '../world/quiet.ts'
import { allBackFen, answering, insisted, paidFor, type Scenario, verification } from '../world/script.ts'
import { spendsAtMost, type World } from '../world/world.ts'
import { busy, denied, FIRST, notLookedUp, OTHER, turnedAway, verdict } from './vendor.ts'

type Way = { says: string; result: CheckResult; ends: { status: string; backFen: number } }

const given = { status: 'undetermined', backFen: allBackFen.fee }

/** In which a vendor gives a check back, so that another is asked. */
const back: readonly Way[] = [
  { says: 'does nothing', result: busy, ends: given },
  { says: 'refuses us', result: turnedAway, ends: given },
  { says: 'does not know such numbers', result: notLookedUp, ends: given },
]

/** In which it ends one. */
const ending: readonly Way[] = [
  { says: 'says match', result: verdict('match'), ends: { status: 'verified', backFen: 0 } },
  { says: 'says mismatch', result: verdict('mismatch'), ends: { status: 'mismatch', backFen: 0 } },
  { says: 'says no record', result: verdict('no_record'), ends: { status: 'no_record', backFen: allBackFen.fee } },
  { says: 'is not heard', result: { kind: 'unknown', vendorCode: 'ETIMEDOUT' }, ends: given },
  { says: 'perhaps ran and refuses us', result: denied, ends: given },
]

/** Two vendors, each of which always answers the same. */
const answeringAs = (world: World, first: CheckResult, second: CheckResult): void => {
  world.vendors.names = [FIRST, OTHER]
  world.vendors.answer = (_evidence, vendor) => (vendor === FIRST ? first : second)
}

const pairs: readonly Scenario[] = back.flatMap((first) =>
  [...back, ...ending].map((second) => ({
    name: `one vendor ${first.says}, the other ${second.says}`,
    accounts: 1,
    ends: second.ends,
    async play(world: World) {
      answeringAs(world, first.result, second.result)
      await paidFor(world, verification(world, 'fee'))
    },
  })),
)

/** What the first perhaps did, the second is never asked. */
const once: readonly Scenario[] = ending.map((first) => ({
  name: `one vendor ${first.says}, and another is there`,
  accounts: 1,
  ends: first.ends,
  async play(world: World) {
    answeringAs(world, first.result, verdict('match'))
    await paidFor(world, verification(world, 'fee'))
  },
}))

/** Two identity vendors failing in every pair of ways, and what they may cost. */
export const scenariosOfVendors: readonly Scenario[] = [
  ...pairs,
  ...once,
  {
    name: 'no vendor knows such numbers, and another of the segment',
    accounts: 2,
    ends: given,
    async play(world) {
      answeringAs(world, notLookedUp, notLookedUp)
      await paidFor(world, verification(world, 'fee'))
      await untilQuiet(world)
      await insisted(() => opens(world, verification(world, 'fee', 1)))
    },
  },
  {
    name: 'the sum of the day is spent at one vendor, and the other is asked',
    accounts: 2,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      answeringAs(world, verdict('match'), verdict('match'))
      spendsAtMost(world, { [FIRST]: 3000 })
      await paidFor(world, verification(world, 'fee', 0))
      await paidFor(world, verification(world, 'fee', 1, people[1]))
    },
  },
  {
    name: 'the sum of the day is spent',
    accounts: 2,
    ends: { status: 'undetermined', backFen: allBackFen.fee },
    async play(world) {
      spendsAtMost(world, { [FIRST]: 3000 })
      await paidFor(world, verification(world, 'fee', 0))
      await paidFor(world, verification(world, 'fee', 1, people[1]))
    },
  },
  {
    name: 'one vendor refuses us, and orders go on',
    accounts: 2,
    ends: { status: 'mismatch', backFen: 0 },
    async play(world) {
      world.vendors.names = [FIRST, OTHER]
      world.vendors.answer = ({ phone }, vendor) => {
        if (vendor === FIRST) return turnedAway
        return verdict(phone === people[1].phone ? 'mismatch' : 'match')
      }
      await paidFor(world, verification(world, 'fee', 0))
      await untilDelivered(world)
      await paidFor(world, verification(world, 'fee', 1, people[1]))
    },
  },
  {
    name: 'one vendor does nothing, and the sum of the day holds one call',
    accounts: 1,
    ends: { status: 'verified', backFen: 0 },
    async play(world) {
      answering(world, busy, verdict('match'))
      spendsAtMost(world, { [FIRST]: 3000 })
      await paidFor(world, verification(world, 'fee', 0))
    },
  },
]
