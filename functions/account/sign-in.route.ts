import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { externalId } from './external-id.route.ts'
import { signedInShown } from './sessions/signed-in-view.ts'
import { typedCode } from './typed-code.route.ts'
import { typedLastFour } from './typed-last-four.route.ts'

const MAX_TYPED = 40

const byCode = z.strictObject({
  phone: z.string('invalid_phone').check(z.maxLength(MAX_TYPED, 'invalid_phone')),
  smsCodeId: z.string('invalid_id').check(z.refine(isId, 'invalid_id')),
  code: typedCode,
  idLastFour: z.optional(typedLastFour),
  startOver: z._default(z.boolean(), false),
})

const byPlatform = z.strictObject({ externalId })

export const signInRoute = route({
  fn: 'account-sign-in',
  method: 'POST',
  name: 'signIn',
  path: '/v1/sessions',
  caller: {
    formOf: (body: z.infer<typeof byCode> | z.infer<typeof byPlatform>) =>
      'externalId' in body ? 'platform_user' : 'code',
    kinds: { code: 'anyone', platform_user: 'platform' },
  },
  summary:
    "Signs in by the code sent to a number, or, with the platform's API key as bearer, opens a session for a user of the platform. With the header X-Shiming-Web the token of a person goes into an HttpOnly cookie instead of the body.",
  bodyLimit: 1024,
  setsCookie: true,
  body: z.union([byCode, byPlatform]),
  answers: {
    201: signedInShown,
  },
  problems: [
    'invalid_phone',
    'invalid_id',
    'invalid_external_id',
    'invalid_sms_code',
    'invalid_id_last_four',
    'sms_code_wrong',
    'sms_code_spent',
    'id_last_four_required',
    'id_last_four_wrong',
    'id_last_four_too_often',
    'unauthenticated',
  ],
})
