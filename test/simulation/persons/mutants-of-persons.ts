import { isOf, type Suspect, writing } from '../world/mutant.ts'

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
  {
    name: 'a person who is known under another version of the key alone counts as unknown',
    seenBy: 'crashes',
    seenIn: 'fee, the key of the index is replaced between two of one person',
    table: writing((write) => (write.because === 'person_elsewhere' ? undefined : write)),
  },
  {
    name: 'whoever is moved to another version of the key stays where they were, too',
    seenBy: 'crashes',
    seenIn: 'fee, the key of the index is replaced between two of one person',
    table: writing((write) => (write.kind === 'delete' && isOf(write, 'PERSON') ? undefined : write)),
  },
  {
    name: 'accounts of a person who is moved to another version of the key are not told',
    seenBy: 'crashes',
    seenIn: 'fee, the key of the index is replaced between two of one person',
    table: writing((write) => (write.because === 'identity_moved' ? undefined : write)),
  },
  {
    name: 'a person is moved as they were read, whoever changed them since',
    seenBy: 'meetings',
    table: writing((write) =>
      write.because === 'person_moved' && write.kind !== 'guard'
        ? { ...write, when: undefined, because: undefined }
        : write,
    ),
  },
]
