import type { Versioned } from '../../../shared/kernel/versioned.ts'
import { type Begin, type Meeting, untilMessage } from '../world/meeting.ts'
import { gathers, type Opened, workerGets } from '../world/operations.ts'
import { untilDelivered } from '../world/quiet.ts'
import { paidFor, verification } from '../world/script.ts'
import { personMayHold, type World } from '../world/world.ts'
import { releases } from './releases.ts'

const before: Versioned<string> = ['v1', 'v2']
const next: Versioned<string> = ['v2', 'v1']

/** A function of that release begins. */
const of =
  (world: World, versions: Versioned<string>, begin: Begin): Begin =>
  () => {
    releases(world, ...versions)
    return begin()
  }

const check =
  (world: World, { account, verificationId }: Opened): Begin =>
  () =>
    workerGets(world, { kind: 'check', id: `${account.id}.${verificationId}` })

const round =
  (world: World): Begin =>
  () =>
    gathers(world)

/** One of two accounts is verified, and the check of the other, of the same person, is due. */
const halfway = async (world: World): Promise<Opened> => {
  personMayHold(world, 2)
  await paidFor(world, verification(world, 'fee', 0))
  await untilDelivered(world)
  const other = await paidFor(world, verification(world, 'fee', 1))
  await untilMessage(world, 'check')
  return other
}

/** What meets while the key of the person index is replaced. */
export const meetingsOfVersions: readonly Meeting[] = [
  {
    name: 'a check of the release before and a round of moving people',
    accounts: 2,
    async prepare(world) {
      const other = await halfway(world)
      return [of(world, before, check(world, other)), of(world, next, round(world))]
    },
  },
  {
    name: 'a check and a round of moving people',
    accounts: 2,
    async prepare(world) {
      const other = await halfway(world)
      return [of(world, next, check(world, other)), of(world, next, round(world))]
    },
  },
  {
    name: 'two rounds of moving people',
    accounts: 2,
    async prepare(world) {
      await halfway(world)
      return [of(world, next, round(world)), of(world, next, round(world))]
    },
  },
]
