import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { revealReasons } from '../audit/reading.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { certificationShown } from './reviewing/certification-view.ts'

const at = { fn: 'certification-operator', caller: 'operator' } as const

const ONE = '/v1/operator/accounts/{account}/applications/{id}'

export const operatorApplicationRoute = route({
  ...at,
  method: 'GET',
  right: 'review_cases',
  name: 'getOperatorApplication',
  path: ONE,
  summary:
    'An application for certification for whoever decides about it: the change of name with what our lists say of it, app, applicant, administrator, pictures, and what was returned and corrected before. Nobody in the clear',
  answers: { 200: certificationShown },
  problems: ['unauthenticated', 'not_found'],
})

const person = z.nullable(z.strictObject({ name: z.string(), idNumber: z.string() }))

export const lookAtApplicationRoute = route({
  ...at,
  method: 'POST',
  right: 'see_pictures',
  name: 'lookAtApplication',
  path: `${ONE}/looks`,
  summary:
    'Who administers the app and who represents the organisation, in the clear, for whoever holds its case, to be compared with the pictures, with a reason; who looked and why is on record first',
  bodyLimit: 4096,
  body: z.strictObject({ reason: z.enum(revealReasons), words: z.optional(deedText(500)) }),
  answers: {
    200: z.strictObject({
      id: z.string(),
      administrator: person,
      representative: person,
      /** Its pictures, by their ids: those that belong to it now, then those that did before it was corrected. */
      materials: z.array(z.string()),
    }),
  },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found', 'review_not_claimed', 'too_often'],
})

export const operatorApplicationRoutes = [operatorApplicationRoute, lookAtApplicationRoute] as const
