import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ownName } from '../person/free-text.route.ts'

const time = z.iso.datetime()

/** Code points. */
const LONGEST = 50
/** What can be shown: no control characters, no halves of surrogate pairs. */
const SHOWN = /^[^\p{Cc}\p{Cs}]*$/u

/** A message token without the secret that it is. */
export const messageTokenShown = z.strictObject({ id: z.string(), name: z.string(), createdAt: time })

export const tokenCreateRoute = route({
  fn: 'account-tokens',
  method: 'POST',
  name: 'createToken',
  path: '/v1/account/tokens',
  caller: 'session',
  summary: 'Makes a message token for sending. It is shown in this answer only.',
  bodyLimit: 1024,
  body: z.strictObject({ name: z.pipe(ownName(LONGEST), z.string().check(z.regex(SHOWN, 'control_characters'))) }),
  answers: {
    201: z.strictObject({ id: z.string(), token: z.string(), name: z.string(), createdAt: time }),
  },
  problems: [
    'unauthenticated',
    'web_header_required',
    'id_number_in_text',
    'control_characters',
    'token_limit_reached',
  ],
})

export const tokenDeleteRoute = route({
  fn: 'account-tokens',
  method: 'DELETE',
  name: 'deleteToken',
  path: '/v1/account/tokens/{id}',
  caller: 'session',
  summary: 'Deletes a message token; whoever holds it can no longer send.',
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required', 'not_found'],
})

export const tokensRoute = route({
  fn: 'account-tokens',
  method: 'GET',
  name: 'listTokens',
  path: '/v1/account/tokens',
  caller: 'session',
  summary: 'All message tokens of the account (it may have so many only), oldest first, without the tokens themselves.',
  answers: {
    200: z.strictObject({
      tokens: z.array(messageTokenShown),
    }),
  },
  problems: ['unauthenticated'],
})
