import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { verificationListed, verificationShown } from './view.ts'

export const getRoute = route({
  fn: 'verification-read',
  method: 'GET',
  path: '/v1/verifications/{id}',
  caller: 'session',
  summary: 'One verification with its order and everything of it that went back or has to',
  answers: { 200: verificationShown },
  problems: ['unauthenticated', 'not_found'],
})

export const listRoute = route({
  fn: 'verification-read',
  method: 'GET',
  path: '/v1/verifications',
  caller: 'session',
  summary: 'The verifications of the account, newest first; each one alone tells its order and what goes back',
  query: z.strictObject({
    limit: z.optional(z.string().check(z.regex(/^[1-9]\d?$/))),
    cursor: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  }),
  answers: {
    200: z.strictObject({ verifications: z.array(verificationListed), nextCursor: z.optional(z.string()) }),
  },
  problems: ['unauthenticated'],
})
