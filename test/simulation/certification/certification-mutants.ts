import { isAnnouncement } from '../../../shared/outbox/announced.ts'
import type { Write } from '../../../shared/table/write.ts'
import { type Layer, writing } from '../world/layers.ts'
import { unguarded } from '../world/mutant.ts'

const isApplication = ({ key }: Write): boolean => key.sk.startsWith('APPLICATION#')
const isApp = ({ key }: Write): boolean => key.sk === 'APP'
const isName = ({ key }: Write): boolean => key.sk === 'NAME'
const isMoney = ({ key }: Write): boolean => key.sk === 'ORDER' || key.sk.startsWith('LEDGER#')
/** Of one write of an application there is one text, which is in the way of a second as well. */
const isText = ({ key }: Write): boolean => key.sk.startsWith('RESULT_TEXT#')
const isReview = ({ key }: Write): boolean => key.sk.startsWith('REVIEW')
const isCase = ({ key }: Write): boolean => key.sk.startsWith('REVIEW#')

const becomes = (write: Write, ...statuses: string[]): boolean =>
  write.kind === 'put' && isApplication(write) && statuses.includes(String(write.item.status))

/** A payment that nobody wanted leaves nothing behind. */
const dropVain = (write: Write): Write => {
  if (write.kind !== 'put' || !isApplication(write)) return write
  return { ...write, item: { ...write.item, vain: [], dueAt: undefined, dueShard: undefined } }
}

/** It is taken as done by whoever would write it that it still is as it was read. */
const heedless =
  (...statuses: string[]): Layer =>
  (inner) =>
    writing((write) => (becomes(write, ...statuses) ? unguarded(write) : write))(inner)

/** Wrong ways to deal with an application, and the meeting in which each is seen. */
export const certificationMutants: readonly { name: string; seenIn: string; layer: Layer }[] = [
  {
    name: 'two applications for an app are begun',
    seenIn: 'one who begins two applications for an app',
    layer: writing((write) => (isApp(write) && write.kind === 'update' ? unguarded(write) : write)),
  },
  {
    name: 'of two who ask for names that look alike both get theirs',
    seenIn: 'two who ask for names that look alike',
    layer: writing((write) => (isName(write) && write.kind === 'put' ? unguarded(write) : write)),
  },
  {
    name: 'a name is asked for and kept for nobody',
    seenIn: 'one who sends in twice',
    layer: writing((write) => (isName(write) && write.kind === 'put' ? undefined : write)),
  },
  {
    name: 'what nobody confirmed in time is confirmed',
    seenIn: 'one who confirms, and the clock that ends it',
    layer: heedless('awaiting_payment'),
  },
  {
    name: 'what was taken back is confirmed',
    seenIn: 'one who confirms, and takes it back in another tab',
    layer: heedless('awaiting_payment'),
  },
  {
    name: 'the app of what is over stays taken',
    seenIn: 'one who confirms, and takes it back in another tab',
    layer: writing((write, writes) =>
      isApp(write) && writes.some((one) => becomes(one, 'withdrawn')) ? undefined : write,
    ),
  },
  {
    name: 'the name that was asked for stays kept for what is over',
    seenIn: 'one who confirms, and the clock that ends it',
    layer: writing((write) => (isName(write) && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'a face that was late confirms what is over',
    seenIn: 'a face whose result comes late, and the clock that ends what it would confirm',
    layer: heedless('awaiting_payment'),
  },
  {
    name: 'what was paid when all was over stays here',
    seenIn: 'a payment that comes when all was over, and is told twice',
    layer: writing(dropVain),
  },
  {
    name: 'the clock ends what was paid just before',
    seenIn: 'a payment, and the clock that ends it',
    layer: heedless('payment_expired'),
  },
  {
    name: 'people look at what was taken back before it was paid',
    seenIn: 'a payment, and one who takes it back',
    layer: heedless('in_review'),
  },
  {
    name: 'what is taken back keeps what was paid meanwhile',
    seenIn: 'a payment, and one who takes it back',
    layer: heedless('withdrawn'),
  },
  {
    name: 'what is paid twice is kept twice',
    seenIn: 'two payments for one application',
    layer: writing((write, writes) =>
      (isApplication(write) || isReview(write)) && writes.some((one) => one.key.sk === 'FACT')
        ? unguarded(write)
        : write,
    ),
  },
  {
    name: 'what was paid in vain is forgotten',
    seenIn: 'two payments for one application',
    layer: writing((write, writes) =>
      isApplication(write) && writes.some((one) => one.key.sk.startsWith('REFUND#')) ? write : dropVain(write),
    ),
  },
  {
    name: 'what goes back is owed to nobody',
    seenIn: 'one who takes it back twice',
    layer: writing((write) => (write.key.sk.startsWith('REFUND#') ? undefined : write)),
  },
  {
    name: 'a person certifies what was taken back',
    seenIn: 'a person who takes it, and one who takes it back',
    layer: writing((write) => (isCase(write) ? unguarded(write) : write)),
  },
  {
    name: 'a case is decided, and its application goes on',
    seenIn: 'a person who certifies twice',
    layer: writing((write) => (becomes(write, 'certified') ? undefined : write)),
  },
  {
    name: 'it is certified, and the name stays',
    seenIn: 'a person who certifies twice',
    layer: writing((write, writes) =>
      isApp(write) && writes.some((one) => becomes(one, 'certified')) ? undefined : write,
    ),
  },
  {
    name: 'nobody is told that it is certified',
    seenIn: 'a person who certifies twice',
    layer: writing((write) => (isAnnouncement(write) ? undefined : write)),
  },
  {
    name: 'a fee that went back is kept all the same',
    seenIn: 'a person who refuses, and the clock that gives the fee back',
    layer: writing((write) =>
      isMoney(write) || isText(write) || becomes(write, 'refused') || isCase(write) ? unguarded(write) : write,
    ),
  },
  {
    name: 'the clock takes back what people have decided',
    seenIn: 'a person who certifies, and the clock that gives the fee back',
    layer: writing((write) =>
      isMoney(write) || isText(write) || becomes(write, 'in_review') ? unguarded(write) : write,
    ),
  },
  {
    name: 'people keep in hand what the channel gave the fee of back',
    seenIn: 'a person who certifies, and the channel that gives the fee back by itself',
    layer: writing((write, writes) =>
      isReview(write) && writes.some((one) => becomes(one, 'payment_reversed')) ? undefined : write,
    ),
  },
  {
    name: 'what people have just certified ends, as its fee is gone',
    seenIn: 'a person who certifies, and the channel that gives the fee back by itself',
    layer: writing((write, writes) =>
      writes.some((one) => becomes(one, 'payment_reversed')) ? unguarded(write) : write,
    ),
  },
  {
    name: 'it is sent again, and stays returned',
    seenIn: 'one who sends it again twice',
    layer: writing((write, writes) => (becomes(write, 'in_review') && writes.some(isCase) ? undefined : write)),
  },
  {
    name: 'what was not corrected in time ends in its case alone',
    seenIn: 'one who sends it again, and the clock that ends it',
    layer: writing((write) => (becomes(write, 'correction_expired') ? undefined : write)),
  },
]
