import type { Write } from '../../../shared/table/write.ts'
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

/** The commit of a check's result. */
export const isVerdict = (writes: readonly Write[]): boolean =>
  writes.some((write) => isOf(write, 'CHECK') && ['done', 'unknown'].includes(String(setting(write, 'status'))))

const isClaim = (write: Write): boolean =>
  (isOf(write, 'CHECK') && setting(write, 'status') === 'calling') ||
  (isOf(write, 'VERIFICATION') && setting(write, 'status') === 'checking')

/** Splits a verdict: `kinds` in a commit of their own, afterwards. */
const afterVerdict = (...kinds: string[]) =>
  committing((writes) => {
    if (!isVerdict(writes)) return [writes]
    const late = writes.filter((write) => kinds.some((kind) => isOf(write, kind)))
    return [writes.filter((write) => !late.includes(write)), late]
  })

/** Wrong ways to run a paid check. P5, P6. */
export const mutantsOfChecks: readonly Suspect[] = [
  {
    name: 'a check has no dueAt: its message is all there is',
    seenBy: 'crashes',
    table: writing((write) => (isOf(write, 'CHECK') ? without(write, 'dueAt', 'dueShard') : write)),
  },
  {
    name: 'the vendor is called without a claim',
    seenBy: 'crashes',
    table: writing((write) => {
      if (isClaim(write)) return undefined
      return isOf(write, 'CHECK') || isOf(write, 'VERIFICATION') ? unguarded(write) : write
    }),
  },
  {
    name: 'an expired lease is called again',
    seenBy: 'histories',
    table: layered(
      seeing((item, { time }) =>
        item.sk.startsWith('CHECK#') && item.status === 'calling' && Number(item.leaseUntil) <= time.now
          ? { ...item, status: 'ready' }
          : item,
      ),
      writing((write) => (isClaim(write) ? unguarded(write) : write)),
    ),
  },
  {
    name: 'an expired lease is waited for',
    seenBy: 'histories',
    table: seeing((item, { time }) =>
      item.sk.startsWith('CHECK#') && item.leaseUntil !== undefined ? { ...item, leaseUntil: time.now + 1 } : item,
    ),
  },
  {
    name: 'an unknown result is tried again',
    seenBy: 'crashes',
    checker: (inner) => ({
      ...inner,
      async check(...asked) {
        const result = await inner.check(...asked)
        return result.kind === 'unknown' ? { kind: 'not_executed', vendorCode: result.vendorCode } : result
      },
    }),
  },
  {
    name: 'an unknown result counts as no record',
    seenBy: 'crashes',
    checker: (inner) => ({
      ...inner,
      async check(...asked) {
        const result = await inner.check(...asked)
        if (result.kind !== 'unknown') return result
        return { kind: 'verdict', verdict: 'no_record', billed: 'unknown', vendorCode: result.vendorCode }
      },
    }),
  },
  {
    name: 'a verdict counts although the claim is lost',
    seenBy: 'meetings',
    table: committing((writes) => [isVerdict(writes) ? writes.map(unguarded) : writes]),
  },
  {
    name: 'verdict and money are two commits',
    seenBy: 'crashes',
    seenIn: 'fee, match',
    table: afterVerdict('ORDER', 'LEDGER', 'REFUND'),
  },
  { name: 'verdict and refund are two commits', seenBy: 'crashes', table: afterVerdict('REFUND') },
  { name: 'verdict and membership are two commits', seenBy: 'crashes', table: afterVerdict('MEMBERSHIP') },
  { name: 'verdict and identity are two commits', seenBy: 'crashes', table: afterVerdict('IDENTITY', 'PERSON') },
  {
    name: 'a person may hold any number of accounts',
    seenBy: 'meetings',
    table: writing((write) => (isOf(write, 'PERSON') ? unguarded(write) : write)),
  },
  {
    name: 'a person without room is verified all the same',
    seenBy: 'crashes',
    table: writing((write) => (isOf(write, 'PERSON') ? undefined : write)),
  },
  {
    name: 'the account stays busy after a verdict',
    seenBy: 'crashes',
    table: committing((writes) => [isVerdict(writes) ? writes.filter((write) => !isOf(write, 'ATTEMPTS')) : writes]),
  },
  {
    name: 'a month of membership is counted from what was read',
    seenBy: 'meetings',
    table: writing((write) => (isOf(write, 'MEMBERSHIP') ? unguarded(write) : write)),
  },
]
