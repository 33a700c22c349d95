import { isOf, type Suspect, writing } from './mutant.ts'

/** Wrong ways to deal with somebody who was verified elsewhere meanwhile. */
export const mutantsOfPersons: readonly Suspect[] = [
  {
    name: 'a person who holds all places is asked about all the same',
    seenBy: 'crashes',
    seenIn: 'fee, identity in use',
    table: writing((write, world) =>
      write.kind === 'guard' && isOf(write, 'PERSON') && world.acting?.name === 'check' ? undefined : write,
    ),
  },
]
