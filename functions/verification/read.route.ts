import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { EXTERNAL_ID } from '../account/external-id.ts'
import { verificationShown } from './view.ts'

export const getRoute = route({
  fn: 'verification-read',
  method: 'GET',
  path: '/v1/verifications/{id}',
  caller: 'session',
  summary: 'One verification with its order and refund',
  answers: { 200: verificationShown },
  problems: ['unauthenticated', 'not_found'],
})

export const listRoute = route({
  fn: 'verification-read',
  method: 'GET',
  path: '/v1/verifications',
  caller: 'session',
  summary: 'The verifications of the account, newest first',
  query: z.strictObject({
    limit: z.optional(z.string().check(z.regex(/^[1-9]\d?$/))),
    cursor: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  }),
  answers: {
    200: z.strictObject({ verifications: z.array(verificationShown), nextCursor: z.optional(z.string()) }),
  },
  problems: ['unauthenticated'],
})

export const gateRoute = route({
  fn: 'verification-read',
  method: 'GET',
  path: '/v1/gate/{feature}',
  caller: 'session_or_platform',
  summary: 'Whether an account may use a feature: the platform asks by externalId, a signed-in user for themselves',
  query: z.strictObject({ externalId: z.optional(z.string().check(z.regex(EXTERNAL_ID))) }),
  answers: { 200: z.strictObject({ allowed: z.literal(true) }) },
  problems: ['unauthenticated', 'unknown_feature', 'not_found', 'not_verified', 'banned'],
})
