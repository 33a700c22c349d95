import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Write } from '../../../shared/table/write.ts'
import { type Layer, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isBinding = ({ key }: Write): boolean => key.pk.startsWith('ACCOUNT#') && key.sk.startsWith('BUSINESS#')
const isClash = ({ key }: Write): boolean => key.pk.startsWith('CLASH#')
const isSettling = (write: Write): boolean => isClash(write) && write.kind !== 'put'
const isCounting = ({ key }: Write): boolean => key.pk.includes('CLASHES#')
const isLetter = ({ key }: Write): boolean => key.sk.startsWith('MESSAGE#')

type Mutant = { name: string; seenIn: string; layer: Layer }

/** Leaves these writes out. */
const leavingOut = (which: (write: Write, writes: readonly Write[]) => boolean): Layer =>
  writing((write, writes) => (which(write, writes) ? undefined : write))

/** Wrong ways to bind, to clear and to warn, and the meeting in which each is seen. */
export const businessMutants: readonly Mutant[] = [
  {
    name: 'clearing leaves what hangs on the identity as it is',
    seenIn: 'a business that is unbound, and a person who clears the account',
    layer: leavingOut(({ key }) => key.sk === 'EPOCH'),
  },
  {
    name: 'a business is bound to whom the account was when that was read',
    seenIn: 'a business that is bound, and a person who clears the account',
    layer: leavingOut(({ kind }, writes) => kind === 'guard' && writes.some(isBinding)),
  },
  {
    name: 'a business is bound over what somebody else bound meanwhile',
    seenIn: 'a business that is bound twice',
    layer: writing((write) => (isBinding(write) && write.kind === 'put' ? unguarded(write) : write)),
  },
  {
    name: 'what was unbound is unbound once more',
    seenIn: 'a business that is unbound twice',
    layer: writing((write) => (isBinding(write) && write.kind === 'delete' ? unguarded(write) : write)),
  },
  {
    name: 'the platform is not told that a business is bound',
    seenIn: 'a business that is bound twice',
    layer: leavingOut((write, writes) => isAnnouncement(write) && writes.some(isBinding)),
  },
  {
    name: 'a binding of before counts for whoever the account became',
    seenIn: 'a business that is bound anew, and its account that is verified anew',
    layer: writing((write) =>
      isBinding(write) && write.kind === 'put' ? { ...write, item: { ...write.item, epoch: 0 } } : write,
    ),
  },
  {
    name: 'a holder is warned as often as somebody tries',
    seenIn: 'two who were refused, and a holder who is warned once a day',
    layer: leavingOut(isCounting),
  },
  {
    name: 'whoever has the same warning tells it once more',
    seenIn: 'two workers that have the same warning',
    layer: writing((write) => (isSettling(write) ? unguarded(write) : write)),
  },
  {
    name: 'somebody is warned who was cleared meanwhile',
    seenIn: 'a holder who is warned, and a person who clears their account',
    layer: leavingOut(({ kind }, writes) => kind === 'guard' && writes.some(isSettling)),
  },
  {
    name: 'that somebody is owed a warning is forgotten before it is told',
    seenIn: 'two workers that have the same warning',
    layer: leavingOut((write, writes) => isLetter(write) && writes.some(isSettling)),
  },
  {
    name: 'a refusal is counted, and not noted for the holder',
    seenIn: 'two who are refused at once, and the holder hears of it',
    layer: leavingOut((write) => isClash(write) && write.kind === 'put'),
  },
  {
    name: 'a paid check that finds the person taken is not noted for the holder',
    seenIn: 'two who paid for the same person, and whoever holds it then hears of the other',
    layer: leavingOut((write) => isClash(write) && write.kind === 'put'),
  },
]
