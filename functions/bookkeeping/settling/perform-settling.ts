import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Queue } from '../../../shared/queue/queue.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import type { ProposalShown } from '../../operators/proposals/proposal.ts'
import type { Perform } from '../../operators/proposals/proposal-store.ts'
import { differenceSettled } from '../../payment/ledger/ledger.ts'
import { booked } from '../../payment/ledger/ledger-store.ts'
import { bookedForDay } from '../ledger/day-ledger-store.ts'
import { differenceEnded, type StoredDifference } from '../reconciliation/difference-store.ts'
import { countWithout } from '../reconciliation/keep-count.ts'
import { type AskDeps, askChannelAbout } from './ask-channel.ts'
import { type FoundSettling, findSettling } from './find-settling.ts'
import { against, fenOf, leftBy, type SettlingWay, wrongBy } from './ways.ts'

export type SettlingDeps = AskDeps & { table: Table; queue: Queue; ids: Ids }

type Shown = ProposalShown['difference_settled']

/** What it takes in the ledger; what a payer is owed again belongs to their order. */
const bookingOf = (difference: StoredDifference, way: SettlingWay, at: Millis): Write => {
  const { channel, day, id, orderId } = difference
  const of = { channel, day, difference: id, ...wrongBy(difference), against: against(difference, way), at }
  return way === 'owed_again' && orderId
    ? booked(orderId, differenceSettled(of))
    : bookedForDay(channel, day, differenceSettled(of))
}

const endings = ({ way, differences }: FoundSettling, at: Millis): Write[] =>
  differences.flatMap((difference, nth) => {
    const other = differences[1 - nth]
    const settled = { way, at, ...(other && { with: { day: other.day, id: other.id } }) }
    return [differenceEnded(difference, settled), bookingOf(difference, way, at)]
  })

/** What is left unexplained of each day that something ends of. */
const counts = async (table: Table, { differences }: FoundSettling): Promise<Write[]> => {
  const days = [...new Set(differences.map(({ day }) => day))]
  const all = days.map((day) => {
    const ended = differences.filter((difference) => difference.day === day).map(({ id }) => id)
    return countWithout(table, { channel: differences[0].channel, day }, ended)
  })
  return (await Promise.all(all)).flat()
}

/** The record of the deed with every day it ends something of, and with the order where it is one's. */
const recordsOf = (
  deps: SettlingDeps,
  approver: Operator,
  { way, differences }: FoundSettling,
  of: { reason: string; at: Millis },
): AuditRecord[] => {
  const [difference, other] = differences
  const { channel, day, id, orderId } = difference
  const left = leftBy(difference)
  const isOrders = left === 'never_came' || left === 'never_went'
  const subjects: [subject: string, id: string][] = [[deedSubjects.reconciliation(channel, day), id]]
  if (other && other.day !== day) subjects.push([deedSubjects.reconciliation(channel, other.day), other.id])
  if (isOrders && orderId) subjects.push([deedSubjects.order(orderId), id])
  return subjects.map(([subject, about]) => ({
    id: deps.ids.id(),
    subject,
    at: of.at,
    by: doers.operator(approver),
    action: 'difference_settle',
    detail: `${way} ${about}`,
    reason: of.reason,
  }))
}

type Planned = { found: FoundSettling; writes: (now: Millis) => readonly Write[]; wake?: Pointer | undefined }

/** What approving does, as everything stands now; the channel is asked where it could know better. */
const plan = async (deps: SettlingDeps, shown: Shown): Promise<Outcome<Planned>> => {
  const found = await findSettling(deps.table, shown)
  // What is wrong with it was right when it was asked for: no field of this call is to blame.
  if (!found.ok) return refused(found.refusal.code)
  const [difference] = found.value.differences
  if (fenOf(difference) !== shown.amountFen || difference.outcome !== shown.outcome)
    return refused('difference_changed')
  const asked = await askChannelAbout(deps, difference)
  if (!asked.ok) return asked
  const counted = await counts(deps.table, found.value)
  const { writes, wake } = asked.value
  return ok({ found: found.value, writes: (now) => [...endings(found.value, now), ...writes(now), ...counted], wake })
}

/** How often others may be faster: a rerun of the day, or somebody who settles another of its differences. */
const TRIES = 4

/**
 * What was asked for by `askForSettling`, approved: the difference has ended, and the ledger says how, in one commit with the decision;
 * so has the one that it is matched with. Checked as if it were asked for now. Refuses as `findSettling` does and, where something has
 * changed, with `difference_changed`; with `movement_confirmed` and `movement_unknown` by what the channel says.
 */
export const performSettling =
  (deps: SettlingDeps): Perform<'difference_settled'> =>
  async (approver, { shown }, { reason, decided }) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const planned = await plan(deps, shown)
      if (!planned.ok) return planned
      const { found, writes, wake } = planned.value
      const at = deps.clock.now()
      const records = recordsOf(deps, approver, found, { reason, at })
      const committed = await commitDeed(deps, records, [...writes(at), ...decided(at)])
      if (committed.kind !== 'committed') continue
      if (wake) await deps.queue.wake([wake])
      return ok(undefined)
    }
    return refused('difference_changed')
  }
