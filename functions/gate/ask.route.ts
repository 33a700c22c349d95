import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { EXTERNAL_ID } from '../account/external-id.ts'

export const gateRoute = route({
  fn: 'gate-ask',
  method: 'GET',
  path: '/v1/gate/{feature}',
  caller: 'session_or_platform',
  summary: 'Whether an account may use a feature: the platform asks by externalId, a signed-in user for themselves',
  query: z.strictObject({ externalId: z.optional(z.string().check(z.regex(EXTERNAL_ID))) }),
  answers: { 200: z.strictObject({ allowed: z.literal(true) }) },
  problems: ['unauthenticated', 'unknown_feature', 'not_found', 'not_verified', 'banned'],
})
