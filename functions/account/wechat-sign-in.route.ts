import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { PAGE_PATH } from '../front/page-path.ts'
import { MARK_COOKIE } from './wechat/visits/mark.ts'
import { visitWays } from './wechat/visits/visit.ts'

const visits = { fn: 'account-wechat-sign-in', caller: 'anyone' } as const

/** How to go to WeChat. */
export const visitWay = z.enum(visitWays)

/** Where the browser goes, and until when it may come back. */
export const visitShown = z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() })

export const waysRoute = route({
  ...visits,
  method: 'GET',
  name: 'listWechatWays',
  path: '/v1/wechat/ways',
  summary: 'In which ways WeChat can be signed in by here; none where this deployment has no account at WeChat.',
  answers: { 200: z.strictObject({ ways: z.array(visitWay) }) },
})

export const wechatSignInRoute = route({
  ...visits,
  method: 'POST',
  name: 'beginWechatSignIn',
  path: '/v1/wechat/sign-ins',
  summary:
    "Begins to sign in by WeChat. Send this browser to `url`: a page of WeChat's with a code to scan (`website`), or inside WeChat one that asks nothing (`in_wechat`). It comes back signed in at `returnPath`, or at the page to sign in on with the reason in `wechat`. The cookie that comes with the answer is how it is known again.",
  bodyLimit: 1024,
  readsCookie: MARK_COOKIE,
  setsCookie: true,
  body: z.strictObject({
    way: visitWay,
    /** The page of this service the browser goes on to. */
    returnPath: z.string('invalid_return_path').check(z.regex(PAGE_PATH, 'invalid_return_path')),
  }),
  answers: { 201: visitShown },
  problems: ['invalid_return_path', 'wechat_way_not_offered', 'too_often'],
})

/** No query is declared: apps that pass a link on add parameters of their own, and a browser must be led on whatever it brings. */
export const signInCallbackRoute = route({
  ...visits,
  method: 'GET',
  name: 'endWechatSignIn',
  path: '/v1/wechat/sign-in-callback',
  knowsSession: true,
  readsCookie: MARK_COOKIE,
  setsCookie: true,
  summary:
    'Where WeChat sends the browser back to after signing in or binding; always goes on to a page, which is told in `wechat` what became of it unless somebody is signed in.',
  answers: { 302: null },
})

export const wechatSignInRoutes = [waysRoute, wechatSignInRoute, signInCallbackRoute] as const
