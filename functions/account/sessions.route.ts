import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { returnUrl } from './return-url.route.ts'
import { devices, openers } from './sessions/session.ts'

const mine = { fn: 'account-sessions', caller: 'session' } as const

const time = z.iso.datetime()

/** A session as its account sees it. */
export const sessionShown = z.strictObject({
  id: z.string(),
  current: z.boolean(),
  by: z.enum(openers),
  device: z.nullable(z.enum(devices)),
  createdAt: time,
  expiresAt: time,
})

export const sessionsRoute = route({
  ...mine,
  method: 'GET',
  name: 'listSessions',
  path: '/v1/sessions',
  summary: 'Where the account is signed in, newest first; `total` counts all of it.',
  query: z.strictObject(pageQuery(100)),
  answers: {
    200: pageShown({
      total: z.int(),
      sessions: z.array(sessionShown),
    }),
  },
  problems: ['unauthenticated'],
})

export const signOutRoute = route({
  ...mine,
  method: 'DELETE',
  name: 'signOut',
  path: '/v1/sessions/current',
  summary: 'Ends the session, also one that is already gone, and clears the cookie.',
  setsCookie: true,
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required'],
})

export const sessionEndRoute = route({
  ...mine,
  method: 'DELETE',
  name: 'endSession',
  path: '/v1/sessions/{id}',
  summary: 'Ends one session of the account.',
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required', 'not_found'],
})

export const signOutEverywhereRoute = route({
  ...mine,
  method: 'DELETE',
  name: 'signOutEverywhere',
  path: '/v1/sessions',
  summary: 'Signs out everywhere, or with `keep=current` everywhere else. Message tokens are not sessions and stay.',
  query: z.strictObject({ keep: z.optional(z.literal('current')) }),
  setsCookie: true,
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required'],
})

export const returnUrlRoute = route({
  ...mine,
  method: 'PUT',
  name: 'setReturnUrl',
  path: '/v1/sessions/current/return-url',
  summary:
    'Where the pages of this session lead back to once somebody is done, as GET /v1/account then tells in `returnTo`; under one of the origins of the setting `sessions.returnOrigins`.',
  bodyLimit: 4096,
  body: z.strictObject({ returnUrl }),
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required', 'invalid_return_url'],
})
