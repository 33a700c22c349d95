import { DAY } from '../../../shared/kernel/time.ts'
import type { Condition, Item, Write } from '../../../shared/table/write.ts'
import { both, type Layer, reading, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isCase = ({ key }: Pick<Write, 'key'>): boolean => key.sk.startsWith('REVIEW#')
const isPointer = ({ key }: Write): boolean => key.sk.startsWith('REVIEWOPEN#')
const isOutcome = ({ key }: Write): boolean => key.sk.startsWith('OUTCOME#')
const isRecord = ({ key }: Write): boolean => key.pk.startsWith('AUDIT')
const isHead = ({ key }: Write): boolean => key.pk.startsWith('CHAIN#')
const isLetter = ({ key }: Write): boolean => key.sk.startsWith('MESSAGE#')
const isEnd = (write: Write): boolean =>
  write.kind === 'put' && ['decided', 'withdrawn'].includes(String(write.item.status))

const asksFor = (condition: Condition, attribute: string): boolean =>
  'of' in condition ? condition.of.some((one) => asksFor(one, attribute)) : condition.attr === attribute

/** A condition that asks nothing about those attributes any more. */
const without = (write: Write, ...attributes: readonly string[]): Write => {
  const { when } = write
  if (when?.op !== 'all') return write
  const of = when.of.filter((one) => !attributes.some((attribute) => asksFor(one, attribute)))
  return { ...write, when: { op: 'all', of } } as Write
}

const cases =
  (change: (write: Write) => Write | undefined): Layer =>
  (inner) =>
    writing((write) => (isCase(write) ? change(write) : write))(inner)

const seen =
  (change: (item: Item) => Item): Layer =>
  (inner) =>
    reading((item) => (isCase({ key: item }) ? change(item) : item))(inner)

/** Wrong ways to decide a case, and the meeting in which each is seen. */
export const reviewMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'whoever is second writes over what the first has decided',
    seenIn: 'one who decides, and the user who takes it back',
    layer: writing((write) => (isCase(write) || isPointer(write) || isOutcome(write) ? unguarded(write) : write)),
  },
  {
    name: 'a claim is taken from whoever holds it',
    seenIn: 'two who take the same case',
    layer: both(
      seen(({ claimBy: _by, claimUntil: _until, ...item }) => ({ ...item })),
      cases((write) => without(write, 'claimBy')),
    ),
  },
  {
    name: 'of two who take it at once the later has it',
    seenIn: 'two who take the same case',
    layer: cases((write) => unguarded(write)),
  },
  {
    name: 'somebody decides whose claim has run out',
    seenIn: 'one who decides, and the clock at which their claim runs out',
    layer: both(
      seen((item) => (item.claimUntil === undefined ? item : { ...item, claimUntil: Number(item.claimUntil) + DAY })),
      cases((write) => without(write, 'claimUntil')),
    ),
  },
  {
    name: 'somebody decides whose case another has taken meanwhile',
    seenIn: 'one who decides when their claim runs out, and another who takes it and decides otherwise',
    layer: cases((write) => without(write, 'claimBy', 'claimUntil', 'changes', 'status')),
  },
  {
    name: 'a case is decided, and nothing follows',
    seenIn: 'one who decides, and the user who takes it back',
    layer: writing((write) => (isOutcome(write) ? undefined : write)),
  },
  {
    name: 'what follows is written, and the case is not decided',
    seenIn: 'one who decides it in two ways',
    layer: writing((write, writes) =>
      writes.some(isOutcome) && (isCase(write) || isPointer(write)) ? undefined : write,
    ),
  },
  {
    name: 'one person is both of two',
    seenIn: 'the first of two who takes it again and agrees, and the second',
    layer: seen((item) =>
      item.status === 'seconding' && item.first
        ? { ...item, first: { ...Object(item.first), by: { kind: 'operator', id: 'x' } } }
        : item,
    ),
  },
  {
    name: 'a user answers when the time is over',
    seenIn: 'a user who answers, and the clock that ends it',
    layer: both(
      seen((item) => (item.waitUntil === undefined ? item : { ...item, waitUntil: Number(item.waitUntil) + DAY })),
      cases((write) => without(write, 'waitUntil')),
    ),
  },
  {
    name: 'a case is ended before the time of its user is over',
    seenIn: 'a user who answers twice, in other words',
    layer: both(
      seen((item) => (item.waitUntil === undefined ? item : { ...item, waitUntil: 1 })),
      cases((write) =>
        write.kind === 'put' && write.item.status === 'open'
          ? { ...write, item: { ...write.item, status: 'decided' } }
          : write,
      ),
    ),
  },
  {
    name: 'one answer is written over another',
    seenIn: 'a user who answers twice, in other words',
    layer: cases((write) => without(write, 'changes', 'status')),
  },
  {
    name: 'a case that is over is written as it was when it rings',
    seenIn: 'one who decides, and the clock that rings',
    layer: cases((write) => unguarded(write)),
  },
  {
    name: 'nobody can open another about the same when one is over',
    seenIn: 'one who decides it twice',
    layer: writing((write) => (isPointer(write) && write.kind === 'delete' ? undefined : write)),
  },
  {
    name: 'two cases about the same are open',
    seenIn: 'somebody who asks for the same help twice',
    layer: writing((write) => (isPointer(write) ? unguarded(write) : write)),
  },
  {
    name: 'who has refused decides the appeal as well',
    seenIn: 'who had refused and who had not, at the appeal against it',
    layer: seen((item) => ({ ...item, decidedBefore: [] })),
  },
  {
    name: 'no record says who decided',
    seenIn: 'one who decides it twice',
    layer: writing((write) => (isRecord(write) || isHead(write) ? undefined : write)),
  },
  {
    name: 'the user is not told',
    seenIn: 'one who asks, and the user who takes it back',
    layer: writing((write) => (isLetter(write) ? undefined : write)),
  },
  {
    name: 'a second click does it once more',
    seenIn: 'one who decides it twice',
    layer: both(
      seen((item) =>
        item.status === 'decided'
          ? { ...item, status: 'open', claimBy: 'lin', claimUntil: Number(item.endedAt) + DAY }
          : item,
      ),
      writing((write) =>
        isCase(write) || isOutcome(write) || isPointer(write) || isEnd(write) ? unguarded(write) : write,
      ),
    ),
  },
]
