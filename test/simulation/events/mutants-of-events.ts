import type { Write } from '../../../shared/table/write.ts'
import { committing, type Suspect, unguarded, writing } from '../world/mutant.ts'

/** The types of the events that a write puts into an outbox. */
const typesIn = (write: Write): string[] => {
  const appended = write.kind === 'update' && write.key.pk.startsWith('OUTBOX#') ? write.changes.append?.pending : []
  return (appended ?? []).map((event) => String(Object(event).type))
}

const tells = (write: Write, type: string): boolean => typesIn(write).some((told) => told.startsWith(type))

const untold = (type: string) => committing((writes) => [writes.filter((write) => !tells(write, type))])

/** Tells it in a commit of its own, which a crash may lose. */
const apart = (type: string) =>
  committing((writes) => [
    writes.filter((write) => !tells(write, type)),
    ...writes.flatMap((write) => (tells(write, type) ? [[write]] : [])),
  ])

const doubled = (write: Write, type: string): Write => {
  if (write.kind !== 'update' || !tells(write, type)) return write
  const { add = {}, append = {} } = write.changes
  const pending = append.pending ?? []
  const changes = { ...write.changes, append: { pending: [...pending, ...pending] }, add: { ...add, sequence: 2 } }
  return { ...write, changes }
}

const toldOnceMore = (write: Write, writes: readonly Write[]): Write[] => {
  if (writes.some((one) => typesIn(one).length > 0)) return []
  const order = write.key.pk.slice('ORDER#'.length)
  const event = { type: 'refund.submitted', at: 0, data: {} }
  return [
    {
      kind: 'update',
      key: { pk: `OUTBOX#order:${order}`, sk: 'OUTBOX' },
      changes: { add: { sequence: 1 }, append: { pending: [event] } },
    },
  ]
}

const saying = (write: Write, type: string, more: Record<string, string>): Write => {
  if (write.kind !== 'update' || !tells(write, type)) return write
  const pending = (write.changes.append?.pending ?? []).map((event) => {
    const { data, ...rest } = Object(event)
    return { ...rest, data: { ...data, ...more } }
  })
  return { ...write, changes: { ...write.changes, append: { pending } } }
}

const of = (type: string, seenIn: string): Suspect => ({
  name: `${type} is not told`,
  seenBy: 'crashes',
  seenIn,
  table: untold(type),
})

/** Wrong ways to tell the platform what happened. M2. */
export const mutantsOfEvents: readonly Suspect[] = [
  of('order.paid', 'points'),
  of('order.closed', 'cancelled'),
  of('refund.submitted', 'wrong amount'),
  of('refund.succeeded', 'wrong amount'),
  of('refund.needs_attention', 'refund never taken, for want of balance'),
  of('refund.forced', 'given back before the bill of its payment comes'),
  of('verification.verified', 'fee, match'),
  of('verification.mismatch', 'membership, mismatch'),
  of('verification.undetermined', 'fee, unknown'),
  of('verification.identity_in_use', 'fee, identity in use'),
  of('evidence.ended', 'number recycled'),
  of('account.banned', 'banned by the platform and let in again before paying'),
  of('account.unbanned', 'banned by the platform and let in again before paying'),
  {
    name: 'that an order was paid is told in a commit of its own',
    seenBy: 'crashes',
    seenIn: 'points',
    table: apart('order.paid'),
  },
  {
    name: 'a verdict is told twice',
    seenBy: 'crashes',
    seenIn: 'fee, match',
    table: writing((write) => doubled(write, 'verification.')),
  },
  {
    name: 'that a refund was taken is told with every look at it',
    seenBy: 'crashes',
    seenIn: 'refund in processing for long, then done',
    table: committing((writes) => [
      writes.flatMap((write) =>
        write.kind === 'update' && write.because === 'refund_over' && write.changes.set?.acceptedAt !== undefined
          ? [unguarded(write), ...toldOnceMore(write, writes)]
          : [write],
      ),
    ]),
  },
  {
    name: 'an event says more than it should',
    seenBy: 'crashes',
    seenIn: 'fee, match',
    table: writing((write) => saying(write, 'verification.verified', { name: '张三' })),
  },
]
