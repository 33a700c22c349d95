import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { day } from '../bookkeeping/day.route.ts'
import { DEED_SUBJECT_FORMS, isDeedSubject } from './deeds/deed-subject.ts'
import { deedsShown, wholeDeedShown } from './deeds/deed-view.ts'
import { sealShown } from './deeds/seal-view.ts'

const at = { fn: 'overview-deeds', method: 'GET', caller: 'operator', right: 'see_deeds' } as const

export const deedsRoute = route({
  ...at,
  name: 'listDeeds',
  path: '/v1/operator/deeds',
  summary:
    'What operators, and the platform for its users, did to an account, an order and its refunds, a complaint, a day of bills or a statement, who and why, newest first: of one `subject` (account:{id}, order:{id}, complaint:{channel}:{id}, reconciliation:{channel}:{day}, statement:{vendor}:{day}, queue:{name}, or operator:{id} for what they did to nobody in particular), or everything of a Beijing day (YYYYMMDD), today unless one is named',
  query: z.strictObject({
    subject: z.optional(z.string().check(shaped(isDeedSubject, { examples: DEED_SUBJECT_FORMS }))),
    day: z.optional(day),
    ...pageQuery(50),
  }),
  answers: { 200: deedsShown },
  problems: ['unauthenticated', 'invalid_day', 'subject_or_day'],
})

export const deedRoute = route({
  ...at,
  name: 'getDeed',
  path: '/v1/operator/deeds/{id}',
  summary:
    'What somebody did, who and why, with its link in the chain of its subject and the signed root that covers it',
  answers: { 200: wholeDeedShown },
  problems: ['unauthenticated', 'not_found'],
})

export const sealRoute = route({
  ...at,
  name: 'getAuditSeal',
  path: '/v1/operator/audit-seal',
  summary:
    'How far the audit is sealed: the signed root of the last day that has one, when the next is due, and which days are due and have none',
  answers: { 200: sealShown },
  problems: ['unauthenticated'],
})
