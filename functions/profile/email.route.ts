import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { readTypedCode, SIX_DIGITS } from '../account/codes/typed-code.ts'

const at = { fn: 'profile-email', caller: 'session' } as const

/** Longer than any address, and how people may write it. */
const MAX_TYPED = 300

const email = z.string('invalid_email').check(z.maxLength(MAX_TYPED, 'invalid_email'))

/** An address that counts, as its user is shown it. */
const provenShown = z.strictObject({ address: z.string(), provenAt: z.iso.datetime() })

const path = '/v1/account/email'

export const sendEmailCodeRoute = route({
  ...at,
  method: 'POST',
  name: 'sendEmailCode',
  path: '/v1/email-codes',
  summary:
    'Sends a code by e-mail to an address that the user wants to prove, which nobody has to: it raises the trust score beside the level',
  bodyLimit: 1024,
  body: z.strictObject({ email }),
  answers: {
    202: z.strictObject({ status: z.enum(['sent', 'possibly_sent']), retryAt: z.iso.datetime() }),
  },
  problems: [
    ...['unauthenticated', 'invalid_email', 'mail_not_offered', 'email_proven', 'email_too_often'],
    ...['email_rejected', 'email_unavailable', 'banned'],
  ] as const,
})

export const bindEmailRoute = route({
  ...at,
  method: 'PUT',
  name: 'bindEmail',
  path,
  summary: 'Proves an e-mail address by the code that was sent to it; it takes the place of one before',
  bodyLimit: 1024,
  body: z.strictObject({
    email,
    code: z.string('invalid_email_code').check(z.overwrite(readTypedCode), z.regex(SIX_DIGITS, 'invalid_email_code')),
  }),
  answers: { 200: provenShown },
  problems: ['unauthenticated', 'invalid_email', 'invalid_email_code', 'email_code_wrong', 'email_code_spent'],
})

export const readEmailRoute = route({
  ...at,
  method: 'GET',
  name: 'getEmail',
  path,
  summary: 'The e-mail address that the user has proven, masked, and whether one can be proven here',
  answers: { 200: z.strictObject({ offered: z.boolean(), email: z.nullable(provenShown) }) },
  problems: ['unauthenticated'],
})

export const unbindEmailRoute = route({
  ...at,
  method: 'DELETE',
  name: 'unbindEmail',
  path,
  summary: 'Takes the e-mail address off: it counts no more, and nothing is kept of it; the same where there is none',
  answers: { 204: null },
  problems: ['unauthenticated'],
})
