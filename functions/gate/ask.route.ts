import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'

export const gateRoute = route({
  fn: 'gate-ask',
  method: 'GET',
  name: 'askGate',
  path: '/v1/gate/{feature}',
  warnsOfEnforcement: true,
  caller: 'session_or_platform',
  summary: 'Whether an account may use a feature: the platform asks by externalId, a signed-in user for themselves',
  query: z.strictObject(ofUser),
  answers: {
    200: z.strictObject({
      allowed: z.literal(true),
      level: z.int(),
      /** When the feature is shut to it, if nothing is proven anew; null where nothing of it ends. */
      until: z.nullable(z.iso.datetime()),
    }),
  },
  problems: [...ofUserProblems, 'unknown_feature', 'not_found', 'not_verified', 'sending_paused', 'banned'],
})
