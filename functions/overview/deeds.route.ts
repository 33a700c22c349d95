import * as z from 'zod/mini'
import { pageQuery } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { DEED_SUBJECT_FORMS, isDeedSubject } from './deeds/deed-subject.ts'
import { deedsShown } from './deeds/deed-view.ts'

export const deedsRoute = route({
  fn: 'overview-deeds',
  method: 'GET',
  caller: 'operator',
  name: 'listDeeds',
  path: '/v1/operator/deeds',
  summary:
    'What operators, and the platform for its users, did to an account, an order and its refunds, a complaint, a day of bills or a statement, who and why, newest first. `subject`: account:{id}, order:{id}, complaint:{channel}:{id}, reconciliation:{channel}:{day} or statement:{vendor}:{day}',
  query: z.strictObject({
    subject: z.string().check(shaped(isDeedSubject, { examples: DEED_SUBJECT_FORMS })),
    ...pageQuery(50),
  }),
  answers: { 200: deedsShown },
  problems: ['unauthenticated'],
})
