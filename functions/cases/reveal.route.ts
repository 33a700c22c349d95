import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { revealReasons } from '../audit/reading.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { revealFields } from './revealing/reveal.ts'
import { revealedShown } from './revealing/revealed-view.ts'

export const revealRoute = route({
  fn: 'cases-reveal',
  method: 'POST',
  caller: 'operator',
  right: 'reveal_people',
  name: 'revealField',
  path: '/v1/operator/accounts/{id}/reveals',
  summary:
    'One field of the person of an account in the clear, to be shown for a minute: what it is verified by, else what it submitted last. Who looked, at what and why is on record before it is opened',
  bodyLimit: 4096,
  body: z.strictObject({
    field: z.enum(revealFields),
    reason: z.enum(revealReasons),
    words: z.optional(deedText(300)),
  }),
  answers: { 200: revealedShown },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found', 'nothing_sealed', 'too_often'],
})
