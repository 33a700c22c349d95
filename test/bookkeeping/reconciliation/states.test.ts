import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
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
import { NOON } from '../../kit.ts'
import { itObeys, type Machine, reachable } from '../../state-moves.ts'

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
