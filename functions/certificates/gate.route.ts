import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { certificateAnswers } from './certificate/certificate.ts'

export const askCertifiedRoute = route({
  fn: 'certificates-gate',
  method: 'GET',
  name: 'askCertified',
  path: '/v1/gate/certified',
  caller: 'session_or_platform',
  summary:
    'Whether an app is certified now, and under which name: the platform asks about any app, a signed-in user about those that they administer',
  query: z.strictObject({ appId: z.string() }),
  answers: {
    200: z.strictObject({
      appId: z.string(),
      /** `unknown` of an app that never was. */
      status: z.enum(certificateAnswers),
      certificate: z.nullable(z.string()),
      name: z.nullable(z.string()),
      validUntil: z.nullable(z.iso.datetime()),
    }),
  },
  problems: ['unauthenticated', 'not_found'],
})
