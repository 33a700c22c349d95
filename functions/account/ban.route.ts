import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { doerShown } from '../audit/doer-view.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { appealStatuses } from './bans/appeal.ts'
import { appealShown } from './bans/appeal-view.ts'
import { banShown } from './bans/ban-view.ts'

const operators = { fn: 'account-ban', caller: 'operator', bodyLimit: 4096 } as const

const decision = z.strictObject({ reason: deedText(500) })

/** How an account stands after a decision. */
export const standingShown = z.strictObject({
  accountId: z.string(),
  banned: z.boolean(),
  appeal: z.nullable(z.enum(appealStatuses)),
})

/** An appeal as operators see it. */
export const operatorAppealShown = z.strictObject({
  ...appealShown.shape,
  /** Null for whoever may not see people. */
  text: z.nullable(z.string()),
  accountId: z.string(),
  /** Null while it is open, and where that was not kept. */
  decidedBy: z.nullable(doerShown),
  /** Those that stand. */
  bans: z.array(banShown),
  /** What led to one for complaints, as operators' calls name them. */
  complaints: z.array(z.strictObject({ channel: z.string(), id: z.string() })),
})

export const listAppealsRoute = route({
  ...operators,
  method: 'GET',
  name: 'listOpenAppeals',
  right: 'see_orders',
  path: '/v1/operator/appeals',
  summary:
    'Appeals against bans that wait for a decision, oldest first, or those that were granted or rejected, newest first, with who decided; each with the bans that stand and the complaints behind them',
  query: z.strictObject({ status: z._default(z.enum(appealStatuses), 'open'), ...pageQuery(50) }),
  answers: {
    200: pageShown({ appeals: z.array(operatorAppealShown), unreadable: z.array(z.string()) }),
  },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const getAppealRoute = route({
  ...operators,
  method: 'GET',
  name: 'getAppeal',
  right: 'see_orders',
  path: '/v1/operator/accounts/{id}/appeal',
  summary:
    'The last appeal of an account, open or decided, with the bans that stand and the complaints behind them; not_found where it never appealed',
  answers: { 200: operatorAppealShown },
  problems: ['unauthenticated', 'not_found'],
})

export const unbanRoute = route({
  ...operators,
  method: 'POST',
  name: 'liftBan',
  right: 'decide_bans',
  path: '/v1/operator/accounts/{id}/unban',
  summary: 'Lift every ban of an account, and grant the appeal if one is open; the user is told the reason',
  body: decision,
  answers: { 200: standingShown },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found', 'contended'],
})

export const rejectAppealRoute = route({
  ...operators,
  method: 'POST',
  name: 'rejectAppeal',
  right: 'decide_bans',
  path: '/v1/operator/accounts/{id}/appeal/reject',
  summary: 'Keep the ban and reject the appeal; the user is told the reason',
  body: decision,
  answers: { 200: standingShown },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found', 'contended', 'appeal_not_open'],
})
