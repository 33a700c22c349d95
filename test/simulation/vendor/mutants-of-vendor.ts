import {
  committing,
  isOf,
  layered,
  type Suspect,
  seeing,
  setting,
  unguarded,
  without,
  writing,
} from '../world/mutant.ts'
import { FIRST, OTHER } from './vendor.ts'

const isOfBreaker = (write: Parameters<typeof isOf>[0]): boolean => isOf(write, 'BREAKER') || isOf(write, 'GATE')

/** Wrong ways to deal with a vendor that refuses us, or some numbers; and to count tries. P6, P7, P8. */
export const mutantsOfVendor: readonly Suspect[] = [
  {
    name: 'there is no breaker: everybody goes on paying',
    seenBy: 'crashes',
    seenIn: 'an order is wanted while the vendor refuses us',
    table: writing((write) => (isOfBreaker(write) ? undefined : write)),
  },
  {
    name: 'orders open whatever the breaker says',
    seenBy: 'crashes',
    seenIn: 'an order is wanted while the vendor refuses us',
    table: writing((write) => (write.kind === 'guard' && isOf(write, 'GATE') ? undefined : write)),
  },
  {
    name: 'every check that waits probes',
    seenBy: 'meetings',
    table: writing((write) => (isOf(write, 'BREAKER') ? unguarded(write) : write)),
  },
  {
    name: 'checks do not look at the breaker',
    seenBy: 'crashes',
    seenIn: 'two wait for a vendor that refuses us',
    table: layered(
      seeing((item) => (item.sk === 'BREAKER' ? { ...item, status: 'closed', until: undefined } : item)),
      writing((write) => (isOf(write, 'BREAKER') ? unguarded(write) : write)),
    ),
  },
  {
    name: 'a breaker never closes',
    seenBy: 'crashes',
    seenIn: 'the vendor refuses us, and is mended',
    table: committing((writes) => [
      writes.some((write) => isOf(write, 'BREAKER') && setting(write, 'status') === 'closed')
        ? writes.filter((write) => !isOfBreaker(write))
        : writes,
    ]),
  },
  {
    name: 'a paid check waits for the vendor as long as it takes',
    seenBy: 'crashes',
    seenIn: 'the vendor refuses us for good',
    table: seeing((item, { time }) => (item.sk.startsWith('CHECK#') ? { ...item, readyAt: time.now } : item)),
  },
  {
    name: 'a refusal that was perhaps executed is called again',
    seenBy: 'crashes',
    seenIn: 'the vendor refuses us, perhaps executed',
    checker: (inner) => ({
      ...inner,
      async check(...asked) {
        const result = await inner.check(...asked)
        if (result.kind !== 'refused' || !result.needsRepair) return result
        return { kind: 'not_executed', vendorCode: result.vendorCode, needsRepair: true }
      },
    }),
  },
  {
    name: 'checks that we or the vendor failed count as tries',
    seenBy: 'crashes',
    seenIn: 'the vendor refuses us, perhaps executed',
    table: writing((write) => {
      if (!isOf(write, 'ATTEMPTS') || write.kind !== 'update') return write
      const back = Object.entries(write.changes.add ?? {}).filter(([, by]) => by < 0)
      return without(write, ...back.map(([name]) => name))
    }),
  },
  {
    name: 'a segment the vendor cannot check is forgotten',
    seenBy: 'crashes',
    seenIn: 'a number the vendor cannot check, and another of its segment',
    table: writing((write) => (isOf(write, 'SEGMENT') && write.kind === 'update' ? undefined : write)),
  },
  {
    name: 'another vendor is asked what one perhaps did',
    seenBy: 'crashes',
    seenIn: 'one vendor is not heard, and another is there',
    checker: (inner) => ({
      ...inner,
      async check(...asked) {
        const result = await inner.check(...asked)
        return result.kind === 'unknown' ? { kind: 'not_executed', vendorCode: result.vendorCode } : result
      },
    }),
  },
  {
    name: 'a refusal that no document calls free is asked elsewhere',
    seenBy: 'crashes',
    seenIn: 'a number the vendor cannot check, and another of its segment',
    checker: (inner, world) => ({
      ...inner,
      async check(...asked) {
        world.vendors.names = [FIRST, OTHER]
        const result = await inner.check(...asked)
        return result.kind === 'refused' ? { ...result, notLookedUp: true } : result
      },
    }),
  },
  {
    name: 'what a vendor made of a check is forgotten when it gives it back',
    seenBy: 'crashes',
    seenIn: 'one vendor does not know such numbers, the other does not know such numbers',
    table: writing((write) =>
      isOf(write, 'CHECK') || isOf(write, 'SEGMENT') ? without(write, 'passes', `until_${FIRST}`) : write,
    ),
  },
  {
    name: 'orders pause though another vendor does not refuse us',
    seenBy: 'crashes',
    seenIn: 'one vendor refuses us, and orders go on',
    table: writing((write) => {
      if (!isOf(write, 'GATE') || write.kind !== 'update' || write.changes.remove) return write
      const [end] = Object.values(write.changes.set ?? {})
      return { ...write, changes: { set: { [`opens_${FIRST}`]: end, [`opens_${OTHER}`]: end } } }
    }),
  },
  {
    name: 'a vendor may cost anything',
    seenBy: 'crashes',
    seenIn: 'the sum of the day is spent',
    table: writing((write) => (isOf(write, 'SPEND') ? unguarded(write) : write)),
  },
  {
    name: 'what was not charged stays booked',
    seenBy: 'crashes',
    seenIn: 'one vendor does nothing, and the sum of the day holds one call',
    table: writing((write) =>
      isOf(write, 'SPEND') && write.kind === 'update' && Number(write.changes.add?.spent) < 0 ? undefined : write,
    ),
  },
]
