import type { Write } from '../../../shared/table/write.ts'
import { isOf, type Suspect, unguarded, writing } from '../world/mutant.ts'
import { paidByHand } from './by-hand.ts'
import { deafTo, isDoing, unrecorded } from './mutant-clerks.ts'

const isRecord = (write: Write): boolean => write.key.pk.startsWith('AUDIT#')

/** Wrong ways to have a refund sent again, or asked about, and to write down what was done. P7, M7. */
export const mutantsOfClerks: readonly Suspect[] = [
  {
    name: 'what is abnormal at the channel is sent again',
    seenBy: 'crashes',
    seenIn: 'not sent again while it is abnormal, and taken once it is repaired',
    provider: deafTo(['retry'], 'abnormal'),
  },
  {
    name: 'what the channel has paid is sent again',
    seenBy: 'crashes',
    seenIn: 'not sent again while it is abnormal, and taken once it is repaired',
    provider: deafTo(['retry'], 'succeeded'),
  },
  {
    name: 'no answer about a refund is taken for not known, and it is sent again',
    seenBy: 'crashes',
    seenIn: 'sent again by an operator',
    provider: deafTo(['retry'], 'unavailable'),
  },
  {
    name: 'what the channel closed is sent again under its number',
    seenBy: 'crashes',
    seenIn: 'sent again by an operator under the next number, once it was closed too often',
    provider: deafTo(['retry'], 'closed'),
  },
  {
    name: 'what ended while the channel was asked is sent again',
    seenBy: 'meetings',
    table: writing((write, world) => (isDoing(world, 'retry') && isOf(write, 'REFUND') ? unguarded(write) : write)),
  },
  ...(
    [
      ['propose', 'asked for'],
      ['approve', 'approved'],
      ['refuse', 'refused'],
      ['retry', 'had a refund sent again'],
      ['recheck', 'had the channel asked'],
    ] as const
  ).map(
    ([deed, what]): Suspect => ({
      name: `nobody writes down who ${what}`,
      seenBy: 'crashes',
      seenIn: {
        propose: 'paid by hand: asked for and approved',
        approve: 'paid by hand: asked for and approved',
        refuse: 'paid by hand: what was refused is not approved',
        retry: 'sent again by an operator',
        recheck: 'asked about by an operator, before it is taken and after',
      }[deed],
      table: unrecorded(deed),
    }),
  ),
  {
    name: 'an approval is on record in the name of whoever asked',
    seenBy: 'crashes',
    seenIn: 'paid by hand: asked for and approved',
    table: writing((write, world) =>
      isRecord(write) && write.kind === 'put' && write.item.action === 'refund_paid_by_hand'
        ? {
            ...write,
            item: { ...write.item, by: { kind: 'operator', id: String(paidByHand(world)[0]?.paidBy ?? 'lin') } },
          }
        : write,
    ),
  },
]
