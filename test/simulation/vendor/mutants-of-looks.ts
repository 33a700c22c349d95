import type { Write } from '../../../shared/table/write.ts'
import { committing, isOf, type Suspect, setting, writing } from '../world/mutant.ts'

/** The commit of what a look comes to, and not of an order's check. */
const isEnd = (writes: readonly Write[]): boolean =>
  writes.some(
    (write) =>
      isOf(write, 'CHECK') &&
      write.key.sk.split('#').length === 3 &&
      ['done', 'unknown'].includes(String(setting(write, 'status'))),
  )

const isProof = (write: Write): boolean => isOf(write, 'IDENTITY') || isOf(write, 'EVIDENCE')

const seenIn = 'number recycled'

/** Wrong ways to look again at what was proven. */
export const mutantsOfLooks: readonly Suspect[] = [
  {
    name: 'what a look finds out ends nothing',
    seenBy: 'crashes',
    seenIn,
    table: committing((writes) => [isEnd(writes) ? writes.filter((write) => !isProof(write)) : writes]),
  },
  {
    name: 'what a look finds out and what that ends are two commits',
    seenBy: 'crashes',
    seenIn,
    table: committing((writes) =>
      isEnd(writes) && writes.some(isProof)
        ? [writes.filter((write) => !isProof(write)), writes.filter(isProof)]
        : [writes],
    ),
  },
  {
    name: 'the gate is not told that a proof ended',
    seenBy: 'crashes',
    seenIn,
    table: committing((writes) => [isEnd(writes) ? writes.filter((write) => !isOf(write, 'IDENTITY')) : writes]),
  },
  {
    name: 'nobody is told that a proof ended',
    seenBy: 'crashes',
    seenIn,
    table: writing((write) => (isOf(write, 'MESSAGE') ? undefined : write)),
  },
  {
    name: 'a look begins, and what is looked at does not know',
    seenBy: 'crashes',
    seenIn,
    table: committing((writes) => [
      writes.some((write) => isOf(write, 'CHECK') && write.kind === 'put' && 'look' in write.item)
        ? writes.filter((write) => !isOf(write, 'EVIDENCE'))
        : writes,
    ]),
  },
  {
    name: 'a look that was not heard is asked again',
    seenBy: 'crashes',
    seenIn: 'number recycled, after one that was not heard',
    checker: (inner) => ({
      ...inner,
      async check(...asked) {
        const result = await inner.check(...asked)
        const isLook = asked[0].question === 'phone_still_held'
        return isLook && result.kind === 'unknown' ? { kind: 'not_executed', vendorCode: result.vendorCode } : result
      },
    }),
  },
]
