import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import {
  type DifferenceStatus,
  differenceStatuses,
  differenceTransitions,
} from '../../../functions/bookkeeping/reconciliation/comparison.ts'
import {
  differenceEnded,
  differenceStored,
  type StoredDifference,
} from '../../../functions/bookkeeping/reconciliation/difference-store.ts'
import {
  type Report,
  type Run,
  runClaimed,
  runFinished,
  runOpened,
  runReopened,
  runWaits,
} from '../../../functions/bookkeeping/reconciliation/reconciliation-store.ts'
import { type RunStatus, runStatuses, runTransitions } from '../../../functions/bookkeeping/reconciliation/run.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'
import { finals, itObeys, type Machine, reachable, trapped } from '../../state-moves.ts'

const DAY = '20261119'
const runIn = (status: RunStatus): Run => ({ channel: 'alipay', day: DAY, status, openedAt: NOON, rung: {} })

const report: Report = {
  rows: 0,
  paidFen: 0,
  refundedFen: 0,
  feeFen: 0,
  settledFen: 0,
  differences: 0,
  unexplainedFen: 0,
  fileName: '',
  fileSha256: '',
  setAside: { trade: 0, account: 0, rows: [] },
}

const runs: Machine<RunStatus, (typeof runTransitions)[number]['on']> = {
  table: runTransitions,
  states: runStatuses,
  itemIn: (status) => {
    const opened = runOpened('alipay', DAY, NOON)
    return { ...opened, item: { ...opened.item, status } }
  },
  writes: {
    claimed: () => runClaimed(bookkeepingKeys.reconciliation('alipay', DAY), NOON),
    waited: (read) => runWaits(runIn(read), NOON),
    finished: (read) => runFinished(runIn(read), report, NOON),
    reopened: (read) => runReopened(runIn(read), NOON),
  },
}

describe('M1 states of a reconciliation', () => {
  it('can all be reached', () => {
    expect(reachable(runTransitions, 'due')).toEqual(['done', 'due'])
  })

  itObeys(runs)
})

const found = { id: 'd', kind: 'payment_missing_there', outTradeNo: 'n', thereFen: 0, hereFen: 1, at: NOON } as const
const of = { channel: 'alipay', day: DAY } as const
const foundIn = (status: DifferenceStatus): StoredDifference => ({ ...found, ...of, status, outcome: 'frozen' })

type AnyDifferenceEvent = (typeof differenceTransitions)[number]['on']

const differences: Machine<DifferenceStatus, AnyDifferenceEvent> = {
  table: differenceTransitions,
  states: differenceStatuses,
  itemIn: (status) => {
    const stored = differenceStored(of, found, { on: 'opened', outcome: 'frozen' })
    return { ...stored, item: { ...stored.item, status } }
  },
  writes: {
    left: () => differenceStored(of, found, { on: 'left', outcome: 'next_bill' }),
    opened: () => differenceStored(of, found, { on: 'opened', outcome: 'frozen' }),
    explained: () => differenceStored(of, found, { on: 'explained', outcome: 'asked_again' }),
    settled: (read) => differenceEnded(foundIn(read), { way: 'written_off', at: NOON }),
  },
}

describe('M1 states of a difference', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(differenceTransitions, 'waiting')).toEqual([...differenceStatuses].sort())
    expect(trapped(differenceTransitions, differenceStatuses)).toEqual([])
    expect(finals(differenceTransitions)).toEqual(['explained', 'settled'])
  })

  itObeys(differences)

  it.each(['outcome', 'thereFen', 'hereFen'])(
    'it is not settled where its %s is another than was seen',
    async (name) => {
      const table = memoryTable()
      const item = differences.itemIn('open')
      await table.commit([{ ...item, item: { ...item.item, [name]: name === 'outcome' ? 'refund_absent' : 5 } }])
      expect((await table.commit([differences.writes.settled('open')])).kind).toBe('conflict')
    },
  )
})
