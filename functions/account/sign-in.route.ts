import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { EXTERNAL_ID } from './external-id.ts'
import { typedCode } from './typed-code.route.ts'

const MAX_TYPED = 40

const byCode = z.strictObject({
  phone: z.string().check(z.maxLength(MAX_TYPED, 'invalid_phone')),
  code: typedCode,
})

const byPlatform = z.strictObject({ externalId: z.string().check(z.regex(EXTERNAL_ID)) })

export const signInRoute = route({
  fn: 'account-sign-in',
  method: 'POST',
  path: '/v1/sessions',
  caller: {
    formOf: (body: z.infer<typeof byCode> | z.infer<typeof byPlatform>) =>
      'externalId' in body ? 'platform_user' : 'code',
    kinds: { code: 'anyone', platform_user: 'platform' },
  },
  summary:
    "Signs in by the code sent to a number, or, with the platform's API key as bearer, opens a session for a user of the platform. With the header X-Shiming-Web the token of a person goes into an HttpOnly cookie instead of the body.",
  bodyLimit: 1024,
  body: z.union([byCode, byPlatform]),
  answers: {
    201: z.strictObject({
      token: z.optional(z.string()),
      account: z.strictObject({ id: z.string(), externalId: z.optional(z.string()) }),
    }),
  },
  problems: ['invalid_phone', 'invalid_sms_code', 'sms_code_wrong', 'sms_code_spent', 'unauthenticated'],
})
