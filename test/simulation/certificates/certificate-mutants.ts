import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import { both, type Layer, reading, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isCertificate = ({ key }: Write): boolean => key.sk === 'CERTIFICATE'
const isApp = ({ key }: Write): boolean => key.sk === 'APP'
const isEpoch = ({ key }: Write): boolean => key.sk === 'EPOCH'
const isIdentity = ({ key }: Write): boolean => key.sk === 'IDENTITY'
const isList = ({ key }: Write): boolean => key.sk.startsWith('CERTIFICATE#')

const ends = (write: Write): boolean =>
  write.kind === 'put' && isCertificate(write) && ['expired', 'revoked'].includes(String(write.item.status))

/** Items as another implementation would see them, those that are read together as well. */
const seeing =
  (see: (item: Item) => Item): Layer =>
  (inner) => {
    const table = reading(see)(inner)
    return { ...table, getMany: async (keys) => (await inner.getMany(keys)).map((item) => item && see(item)) }
  }

/** Of one write of a certificate there is one text, which is in the way of a second as well. */
const isText = ({ key }: Write): boolean => key.sk.startsWith('RESULT_TEXT#')

/** It is taken as done by whoever would write it that it still is as it was read. */
const heedless = writing((write) =>
  (isCertificate(write) && write.kind === 'put') || isText(write) ? unguarded(write) : write,
)

/** The same, and nobody asks whether whoever they read of is that still. */
const heedlessOf = (isAbout: (write: Write) => boolean): Layer =>
  both(
    heedless,
    writing((write) => (write.kind === 'guard' && isAbout(write) ? undefined : write)),
  )

/** Wrong ways to deal with certificates, and the meeting in which each is seen. */
export const certificateMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'the clock ends what was renewed meanwhile',
    seenIn: 'a person who renews it, and the clock that ends it',
    layer: heedless,
  },
  {
    name: 'what somebody suspended meanwhile is renewed as valid',
    seenIn: 'a person who renews it, and another who suspends it',
    layer: heedless,
  },
  { name: 'its end is told twice', seenIn: 'two who come by at its end', layer: heedless },
  { name: 'a reminder is given twice', seenIn: 'two who come by to remind of its end', layer: heedless },
  {
    name: 'that it was reminded of is not kept',
    seenIn: 'two who come by to remind of its end',
    layer: writing((write) => (isCertificate(write) ? undefined : isText(write) ? unguarded(write) : write)),
  },
  {
    name: 'nobody is told of its end',
    seenIn: 'two who come by at its end',
    layer: writing((write) => (isAnnouncement(write) ? undefined : write)),
  },
  {
    name: 'its end is told and not written',
    seenIn: 'two who come by at its end',
    layer: writing((write) => (ends(write) ? undefined : write)),
  },
  {
    name: 'the app stays certified after its end',
    seenIn: 'two who come by at its end',
    layer: writing((write, writes) => (isApp(write) && writes.some(ends) ? undefined : write)),
  },
  {
    name: 'it does not end with who somebody is',
    seenIn: 'whoever has it becomes nobody, and one who comes by to remind of its end',
    layer: writing((write) => (isEpoch(write) && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'nobody comes by for what ended with who somebody was',
    seenIn: 'a register that says it does not operate, and whoever has it becomes nobody',
    layer: writing((write) => (isCertificate(write) && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'whoever comes by does not ask who its holder is',
    seenIn: 'whoever has it becomes nobody, and one who comes by to remind of its end',
    layer: seeing((item) => (item.sk === 'EPOCH' ? { ...item, epoch: 0 } : item)),
  },
  {
    name: 'whoever is nobody by then has it renewed',
    seenIn: 'a person who renews it, and whoever has it becomes nobody',
    layer: heedlessOf(isIdentity),
  },
  {
    name: 'another takes on what whoever gave it had as somebody else',
    seenIn: 'another takes the app on, and whoever gave it becomes nobody',
    layer: heedlessOf(isEpoch),
  },
  {
    name: 'whoever takes it on is somebody else by then',
    seenIn: 'another takes the app on, and becomes nobody',
    layer: heedlessOf((write) => isEpoch(write) || isIdentity(write)),
  },
  {
    name: 'it stays on the list of whoever gave the app away',
    seenIn: 'another takes the app on, and the clock ends it',
    layer: writing((write) => (isList(write) && write.kind === 'delete' ? undefined : write)),
  },
  {
    name: 'it hangs on whoever administered the app before',
    seenIn: 'another takes the app on, and whoever gave it becomes nobody',
    layer: writing((write, writes) =>
      isCertificate(write) && writes.some((one) => isApp(one) && one.kind === 'update') && !ends(write)
        ? undefined
        : write,
    ),
  },
  {
    name: 'what became of it before is forgotten when it is renewed',
    seenIn: 'a person who renews it, and the clock that ends it',
    layer: writing((write) =>
      write.kind === 'put' && isCertificate(write) && Array.isArray(write.item.steps) && write.item.steps.length > 1
        ? { ...write, item: { ...write.item, steps: write.item.steps.slice(-1) } }
        : write,
    ),
  },
]
