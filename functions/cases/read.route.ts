import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { type LineKind, lineKinds } from './timeline/line-kinds.ts'
import { timelineShown } from './timeline/timeline-view.ts'
import { caseShown } from './viewing/case-view.ts'

export const caseRoute = route({
  fn: 'cases-read',
  method: 'GET',
  caller: 'operator',
  right: 'see_people',
  name: 'getCase',
  path: '/v1/operator/accounts/{id}',
  summary:
    'An account as operators see it: masked identity and number, level and evidence, what it may do, membership, points, bans that stand and that are over, appeal, open orders, sessions and consents',
  answers: { 200: caseShown },
  problems: ['unauthenticated', 'not_found'],
})

const isKinds = (text: string): boolean => text.split(',').every((word) => lineKinds.some((kind) => kind === word))

export const timelineRoute = route({
  fn: 'cases-read',
  method: 'GET',
  caller: 'operator',
  right: 'see_people',
  name: 'getTimeline',
  path: '/v1/operator/accounts/{id}/timeline',
  summary:
    'What happened to an account, newest first: verifications, orders, payments, refunds, calls to vendors, confirmations by face, bank cards by their last four digits, documents, consents, what was handed on, messages without their words, bans and appeals, complaints, and what operators did',
  query: z.strictObject({
    kinds: z.optional(
      z.pipe(
        z.string().check(shaped(isKinds, { examples: ['payment,refund', lineKinds.join(',')] })),
        z.transform((text: string) => text.split(',') as LineKind[]),
      ),
    ),
    ...pageQuery(50),
  }),
  answers: { 200: timelineShown },
  problems: ['unauthenticated', 'not_found', 'invalid_cursor'],
})
