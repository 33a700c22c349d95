import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

/** 1 to 50 code points that can be shown: no control characters, no halves of surrogate pairs. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,50}$/u

export const tokenCreateRoute = route({
  fn: 'account-tokens',
  method: 'POST',
  path: '/v1/account/tokens',
  caller: 'session',
  summary: 'Makes a message token for sending. It is shown in this answer only.',
  bodyLimit: 1024,
  body: z.strictObject({ name: z.string().check(z.trim(), z.regex(NAME)) }),
  answers: {
    201: z.strictObject({ id: z.string(), token: z.string(), name: z.string(), createdAt: z.iso.datetime() }),
  },
  problems: ['unauthenticated', 'web_header_required', 'token_limit_reached'],
})
