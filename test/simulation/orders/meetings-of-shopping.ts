import { type Meeting, notice } from '../world/meeting.ts'
import { opens } from '../world/operations.ts'
import { membership, paidFor } from '../world/script.ts'

/** Two clicks for the same goods. */
export const meetingsOfShopping: readonly Meeting[] = [
  {
    name: 'two clicks to buy a month',
    prepare: async (world) => [
      () => opens(world, membership(world, 'm1')),
      () => opens(world, membership(world, 'm2')),
    ],
  },
  {
    name: 'the same month wanted again, and its payment',
    async prepare(world) {
      await paidFor(world, membership(world, 'm1'))
      return [() => opens(world, membership(world, 'm2')), notice(world)]
    },
  },
]
