import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { proposalShown } from '../operators/proposals/proposal-view.ts'
import { paymentChannels } from '../payment/paying/provider.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { day } from './day.route.ts'
import { differenceKinds, differenceStatuses } from './reconciliation/comparison.ts'
import { runStatuses } from './reconciliation/run.ts'
import { billKinds, setAsideReasons } from './reconciliation/set-aside.ts'
import { settlingWays } from './settling/ways.ts'

const operators = {
  fn: 'bookkeeping-reconciliations',
  caller: 'operator',
  right: 'keep_books',
  params: { channel: paymentChannels },
} as const

const time = z.iso.datetime()

const report = z.strictObject({
  rows: z.int(),
  paidFen: z.int(),
  refundedFen: z.int(),
  feeFen: z.int(),
  settledFen: z.int(),
  differences: z.int(),
  unexplainedFen: z.int(),
  fileName: z.string(),
  fileSha256: z.string(),
  setAside: z.strictObject({ trade: z.int(), account: z.int() }),
})

/** A day of a payment channel, held against the ledger. */
export const runShown = z.strictObject({
  channel: z.enum(paymentChannels),
  day: z.string(),
  status: z.enum(runStatuses),
  openedAt: time,
  finishedAt: z.nullable(time),
  report: z.nullable(report),
})

const difference = z.strictObject({
  id: z.string(),
  kind: z.enum(differenceKinds),
  status: z.enum(differenceStatuses),
  outcome: z.string(),
  outTradeNo: z.string(),
  outRefundNo: z.nullable(z.string()),
  orderId: z.nullable(z.string()),
  thereFen: z.int(),
  hereFen: z.int(),
  at: time,
  ways: z.array(z.enum(settlingWays)),
  opposites: z.array(
    z.strictObject({
      day: z.string(),
      difference: z.string(),
      kind: z.enum(differenceKinds),
      number: z.string(),
      at: time,
    }),
  ),
  proposal: z.nullable(z.string()),
  settled: z.nullable(
    z.strictObject({
      way: z.enum(settlingWays),
      at: time,
      with: z.nullable(z.strictObject({ day: z.string(), difference: z.string() })),
    }),
  ),
})

const setAside = z.strictObject({
  bill: z.enum(billKinds),
  row: z.int(),
  because: z.enum(setAsideReasons),
  number: z.string(),
  kind: z.string(),
  fen: z.nullable(z.int()),
})

export const listRunsRoute = route({
  ...operators,
  method: 'GET',
  name: 'listReconciliations',
  path: '/v1/operator/reconciliations/{channel}',
  summary: 'The daily reconciliations of a payment channel, newest first',
  query: z.strictObject(pageQuery(31)),
  answers: { 200: pageShown({ runs: z.array(runShown), unreadable: z.array(z.string()) }) },
  problems: ['unauthenticated', 'not_found'],
})

export const getRunRoute = route({
  ...operators,
  method: 'GET',
  name: 'getReconciliation',
  path: '/v1/operator/reconciliations/{channel}/{day}',
  summary:
    'The reconciliation of a Beijing day (YYYYMMDD) with every difference, what was done about it and how it may be settled, and the first hundred rows that are not ours',
  answers: {
    200: z.strictObject({
      ...runShown.shape,
      differences: z.array(difference),
      unreadable: z.array(z.string()),
      setAside: z.array(setAside),
    }),
  },
  problems: ['unauthenticated', 'not_found'],
})

export const rerunRoute = route({
  ...operators,
  method: 'POST',
  name: 'rerunReconciliation',
  path: '/v1/operator/reconciliations/{channel}/{day}/rerun',
  summary:
    'Hold that day against the ledger once more, and ask the channel again about movements that it did not know; what was dealt with stays as it is',
  bodyLimit: 2048,
  body: z.strictObject({ reason: deedText(500) }),
  answers: { 202: runShown },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found'],
})

export const askForSettlingRoute = route({
  ...operators,
  method: 'POST',
  name: 'askForSettling',
  path: '/v1/operator/reconciliations/{channel}/{day}/settlings',
  summary:
    'Ask for a difference that stays open to be settled in one of its ways, which somebody else has to approve; asked again, that is answered',
  bodyLimit: 4096,
  body: z.strictObject({
    difference: z.string().check(z.minLength(1), z.maxLength(200)),
    way: z.enum(settlingWays),
    with: z.optional(z.strictObject({ day, difference: z.string().check(z.minLength(1), z.maxLength(200)) })),
    reason: deedText(500),
  }),
  answers: { 202: proposalShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'invalid_day',
    'not_found',
    'difference_not_open',
    'settling_way_not_open',
    'no_counterpart',
    'settling_asked',
    'contended',
  ],
})
