import type { Write } from '../../../shared/table/write.ts'
import { type Layer, reading, writing } from '../world/layers.ts'
import { unguarded, without } from '../world/mutant.ts'

const isIn = ({ key }: Write, kind: string): boolean => key.pk.startsWith(`${kind}#`)
const isTelling = (write: Write): boolean => isIn(write, 'OUTBOX') && write.because === 'outbox_moved'
const isAnnouncing = (write: Write): boolean => isIn(write, 'OUTBOX') && !isTelling(write)
const isSaving = (write: Write): boolean => write.key.sk === 'ENDPOINTS' && write.because === 'endpoints_changed'

let drawn = 0

/** Wrong ways to tell events, and the meeting in which each is seen. */
export const tellingMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'an event leaves the outbox and is kept nowhere',
    seenIn: 'two who tell of the same subject',
    layer: writing((write) => (isIn(write, 'EVENT') ? undefined : write)),
  },
  {
    name: 'nobody is owed what is told',
    seenIn: 'two who tell of the same subject',
    layer: writing((write) => (isIn(write, 'DELIVERY') && write.kind === 'put' ? undefined : write)),
  },
  {
    name: 'two tell the same, each under an id of its own',
    seenIn: 'two who tell of the same subject',
    layer: writing((write) => {
      if (isTelling(write) || isIn(write, 'DELIVERY')) return unguarded(write)
      if (!isIn(write, 'EVENT') || write.kind !== 'put') return write
      drawn += 1
      return unguarded({ ...write, item: { ...write.item, id: `id ${drawn}`, body: `${write.item.body} ${drawn}` } })
    }),
  },
  {
    name: 'what happens meanwhile leaves the outbox with the rest',
    seenIn: 'one who tells, and something that happens meanwhile',
    layer: writing((write) => (isTelling(write) ? unguarded(write) : write)),
  },
  {
    name: 'what is owed is found by its wake-up alone',
    seenIn: 'one who tells, and something that happens meanwhile',
    layer: writing((write) =>
      isIn(write, 'DELIVERY') && write.kind === 'put' ? without(write, 'dueAt', 'dueShard') : write,
    ),
  },
  {
    name: 'whoever changes an endpoint undoes what another changed',
    seenIn: 'two who change the same endpoint',
    layer: writing((write) => (isSaving(write) ? unguarded(write) : write)),
  },
  {
    name: 'the event before is not waited for',
    seenIn: 'two who deliver two of one subject',
    layer: reading((item) => (item.pk.startsWith('DELIVERY#') ? { ...item, status: 'taken' } : item)),
  },
  {
    name: 'that nobody lives there is not told',
    seenIn: 'two who deliver to where nobody lives any more',
    layer: writing((write, writes) => (isAnnouncing(write) && writes.some(isSaving) ? undefined : write)),
  },
  {
    name: 'an endpoint is disabled for what was at its address before',
    seenIn: 'one who finds that nobody lives there, and an owner who says where they do',
    layer: writing((write, writes) => (isSaving(write) && writes.some(isAnnouncing) ? unguarded(write) : write)),
  },
  {
    name: 'an endpoint is disabled although it was mended meanwhile',
    seenIn: 'one who finds an endpoint failing for days, and an owner who has it mended',
    layer: writing((write, writes) => (isSaving(write) && writes.some(isAnnouncing) ? unguarded(write) : write)),
  },
]
