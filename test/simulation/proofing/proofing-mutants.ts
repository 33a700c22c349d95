import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Write } from '../../../shared/table/write.ts'
import { type Layer, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isProofing = ({ key }: Write): boolean => key.sk === 'PROOFING'
const isIdentity = ({ key }: Write): boolean => key.sk === 'IDENTITY'
const isPerson = ({ key }: Write): boolean => key.sk === 'PERSON'
const isPausing = (write: Write): boolean => write.kind === 'update' && write.changes.set?.pausedUntil !== undefined
const isDeciding = (write: Write): boolean =>
  write.kind === 'update' && ['stands', 'cleared'].includes(String(write.changes.set?.status))

/** Wrong ways to deal with it, and the meeting in which each is seen. */
export const proofingMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'sending is paused of what was decided meanwhile',
    seenIn: 'one who pauses, and a person who finds that it stands',
    layer: writing((write) => (isProofing(write) && isPausing(write) ? unguarded(write) : write)),
  },
  {
    name: 'it is decided without what was paused meanwhile',
    seenIn: 'one who pauses, and a person who finds that it stands',
    layer: writing((write) => (isProofing(write) && isDeciding(write) ? unguarded(write) : write)),
  },
  {
    name: 'a pause outlives the case that is taken back',
    seenIn: 'one who pauses, and takes it back in another tab',
    layer: writing((write) => (isIdentity(write) && write.kind === 'update' && !isPausing(write) ? undefined : write)),
  },
  {
    name: 'it is paused in one place alone',
    seenIn: 'one who pauses twice',
    layer: writing((write) => (isIdentity(write) && isPausing(write) ? undefined : write)),
  },
  {
    name: 'each account of a person opens a case of its own',
    seenIn: 'two accounts of a person that say so at once',
    layer: writing((write) => (isProofing(write) && write.kind === 'update' ? unguarded(write) : write)),
  },
  {
    name: 'an account is cleared and remains somebody',
    seenIn: 'one who pauses, and a person who finds that it was not them',
    layer: writing((write) => (isIdentity(write) && write.kind === 'delete' ? undefined : write)),
  },
  {
    name: 'an account is cleared, and its person goes on holding it',
    seenIn: 'one who pauses, and a person who finds that it was not them',
    layer: writing((write, writes) =>
      isPerson(write) && writes.some(isProofing) && write.kind !== 'update' ? undefined : write,
    ),
  },
  {
    name: 'clearing one account forgets another that was just verified',
    seenIn: 'a person who clears an account, and another that is verified as the same person',
    layer: writing((write) => (isPerson(write) && write.kind !== 'update' ? unguarded(write) : write)),
  },
  {
    name: 'who else is the same person is not looked at once more',
    seenIn: 'two accounts that are verified as the same person at once',
    layer: writing((write) => (isPerson(write) && write.kind === 'update' ? unguarded(write) : write)),
  },
  {
    name: 'that an account is nobody any more is not told',
    seenIn: 'one who pauses, and a person who finds that it was not them',
    layer: writing((write) => (isAnnouncement(write) ? undefined : write)),
  },
]
