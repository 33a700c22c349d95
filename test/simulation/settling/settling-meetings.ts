import type { Operator } from '../../../functions/audit/deed.ts'
import { reconcile } from '../../../functions/bookkeeping/reconciliation/reconcile.ts'
import { rerun } from '../../../functions/bookkeeping/reconciliation/rerun.ts'
import { askForSettling } from '../../../functions/bookkeeping/settling/ask-for-settling.ts'
import { approveProposal, refuseProposal } from '../../../functions/operators/proposals/decide-proposal.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { CHANNEL, row } from '../../bookkeeping/reconciliation/billed.ts'
import {
  asked,
  type Books,
  frozen,
  neverWent,
  nobodys,
  rerunDay,
  unknownAndBack,
} from '../../bookkeeping/settling/settling.ts'
import { valueIn } from '../../kit.ts'
import { deciding, OPERATOR, SECOND } from '../../operator.ts'
import type { World } from '../../world.ts'
import type { Meeting, Begin as Placed } from '../two/meet.ts'

type Begin = Placed<World>

const THIRD: Operator = { operatorId: 'zhao', isPerson: true }

const approves =
  (id: string, by: Operator = SECOND): Begin =>
  (at) =>
    approveProposal(deciding(at), by, { id, reason: '同意' })

const refuses =
  (id: string, by: Operator): Begin =>
  (at) =>
    refuseProposal(deciding(at), by, { id, reason: '再找找' })

const asks =
  (day: string, difference: string, way: string): Begin =>
  (at) =>
    askForSettling(at, THIRD, { channel: CHANNEL, day, difference, way, reason: '已核对' })

/** A worker that holds the day against the ledger; it was reopened before. */
const runs =
  (books: Books, day: string): Begin =>
  (at) =>
    reconcile({ ...books.deps, table: at.table }, `${CHANNEL}#${day}`)

/** Whoever comes later: the day is run once more, when no worker can hold it any longer. */
const runsLater =
  (books: Books, ...days: string[]): Begin =>
  async (at) => {
    books.at.time.now += 10 * MINUTE
    for (const day of days) {
      valueIn(await rerun(at, OPERATOR, { channel: CHANNEL, day, reason: '再对一遍' }))
      await runs(books, day)(at)
    }
    return 'run'
  }

const reopens = async ({ at }: Books, day: string): Promise<void> => {
  valueIn(await rerun(at, OPERATOR, { channel: CHANNEL, day, reason: '再对一遍' }))
}

/** Money of nobody's, what went out of it the next day, and who asked for both to be matched. */
const matching = async () => {
  const night = await unknownAndBack()
  const { books, next, paid, back } = night
  const one = valueIn(await asked(books, { difference: paid, way: 'matched', with: { day: next, difference: back } }))
  return { ...night, id: one.id }
}

/** Two that are after the same difference, and a day that is run meanwhile. */
export const settlingMeetings: readonly Meeting<World>[] = [
  {
    name: 'two who approve that two are matched',
    async prepare() {
      const { books, day, next, id } = await matching()
      return { at: books.at, first: approves(id), second: approves(id, THIRD), after: runsLater(books, day, next) }
    },
  },
  {
    name: 'one who approves what they asked for themselves, and one who did not',
    async prepare() {
      const { books, day, next, paid } = await unknownAndBack()
      const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }, SECOND))
      return {
        at: books.at,
        first: approves(id, SECOND),
        second: approves(id, THIRD),
        after: runsLater(books, day, next),
      }
    },
  },
  {
    name: 'one who approves and one who refuses',
    async prepare() {
      const { books, day, next, id } = await matching()
      return { at: books.at, first: approves(id), second: refuses(id, THIRD), after: runsLater(books, day, next) }
    },
  },
  {
    name: 'two who approve that both sides are matched, each as it was asked',
    async prepare() {
      const { books, day, next, paid, back, id } = await matching()
      const of = { day: next, difference: back, way: 'matched', with: { day, difference: paid } }
      const other = valueIn(await asked(books, of, SECOND))
      return {
        at: books.at,
        first: approves(id),
        second: approves(other.id, THIRD),
        after: runsLater(books, day, next),
      }
    },
  },
  {
    name: 'one who approves that two are matched, and one that the other is written off',
    async prepare() {
      const { books, day, next, back, id } = await matching()
      const other = valueIn(await asked(books, { day: next, difference: back, way: 'written_off' }, SECOND))
      return {
        at: books.at,
        first: approves(id),
        second: approves(other.id, THIRD),
        after: runsLater(books, day, next),
      }
    },
  },
  {
    name: 'two who approve how two of one day end',
    async prepare() {
      const { books, at, next, back } = await unknownAndBack()
      books.bills.set(next, [row(nobodys('e'), 9, at.time.now)])
      await rerunDay(books, next)
      const other = `payment_missing_here:${nobodys('e')}`
      const ids = [
        valueIn(await asked(books, { day: next, difference: back, way: 'written_off' })).id,
        valueIn(await asked(books, { day: next, difference: other, way: 'taken_in' })).id,
      ] as const
      // No run comes after it, which would count the day anew.
      return { at: books.at, first: approves(ids[0]), second: approves(ids[1], THIRD) }
    },
  },
  {
    name: 'one who approves, and the day that is run once more',
    async prepare() {
      const { books, day, id } = await matching()
      await reopens(books, day)
      return { at: books.at, first: approves(id), second: runs(books, day), after: runsLater(books, day) }
    },
  },
  {
    name: 'one who approves that a payment never came, and the day after that is run once more',
    async prepare() {
      const { books, at, day, next, id: difference } = await frozen()
      const { id } = valueIn(await asked(books, { difference, way: 'written_off' }))
      await reopens(books, next)
      at.channel.script.query.push(() => ({ kind: 'absent' }))
      return { at: books.at, first: approves(id), second: runs(books, next), after: runsLater(books, day, next) }
    },
  },
  {
    name: 'one who approves that a refund is owed again, and its day that is run once more',
    async prepare() {
      const { books, day, next, id: difference } = await neverWent()
      const { id } = valueIn(await asked(books, { difference, way: 'owed_again' }))
      await reopens(books, day)
      return { at: books.at, first: approves(id), second: runs(books, day), after: runsLater(books, day, next) }
    },
  },
  {
    name: 'one who refuses, and one who asks for another way',
    async prepare() {
      const { books, day, next, paid, id } = await matching()
      return {
        at: books.at,
        first: refuses(id, SECOND),
        second: asks(day, paid, 'taken_in'),
        after: runsLater(books, day, next),
      }
    },
  },
]
