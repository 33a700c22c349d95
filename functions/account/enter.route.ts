import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { signedInAs } from './links/session-link.ts'
import { LINK_TOKEN } from './links/session-link-store.ts'
import { signedInShown } from './sessions/signed-in-view.ts'

const entering = {
  fn: 'account-enter',
  method: 'POST',
  caller: 'anyone',
  knowsSession: true,
  bodyLimit: 1024,
} as const

/** What follows the `#` of a link. */
const token = z.string('invalid_session_link').check(z.regex(LINK_TOKEN, 'invalid_session_link'))

export const lookAtLinkRoute = route({
  ...entering,
  name: 'lookAtSessionLink',
  path: '/v1/session-links/look',
  summary:
    'What a link into the page is, without spending it: the platform, the account (masked), and whether the browser is signed in as another.',
  body: z.strictObject({ token }),
  answers: {
    200: z.strictObject({
      platform: z.strictObject({ name: z.string() }),
      account: z.strictObject({ externalId: z.string(), name: z.nullable(z.string()) }),
      signedInAs: z.enum(signedInAs),
      expiresAt: z.iso.datetime(),
    }),
  },
  problems: ['web_header_required', 'invalid_session_link', 'session_link_spent'],
})

export const redeemLinkRoute = route({
  ...entering,
  name: 'redeemSessionLink',
  path: '/v1/session-links/redeem',
  setsCookie: true,
  summary:
    'Opens the session a link is for, once, as signing in does; the session that the browser was in ends. `replace`: also where that was of another account.',
  body: z.strictObject({ token, replace: z._default(z.boolean(), false) }),
  answers: { 201: z.strictObject({ ...signedInShown.shape, returnUrl: z.nullable(z.string()) }) },
  problems: ['web_header_required', 'invalid_session_link', 'session_link_spent', 'signed_in_as_another'],
})
