import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { PAGE_PATH } from '../front/page-path.ts'

export const authorizationRoute = route({
  fn: 'account-wechat',
  method: 'POST',
  name: 'beginWechatAuthorization',
  path: '/v1/wechat/authorizations',
  caller: 'session',
  summary:
    'Begins to find out whose WeChat the page is in, which paying inside WeChat needs. Send the browser to `url`; it comes back to `returnPath` with `wechat=done`, or why not.',
  bodyLimit: 1024,
  body: z.strictObject({
    /** The page of this service the browser comes back to. */
    returnPath: z.string('invalid_return_path').check(z.regex(PAGE_PATH, 'invalid_return_path')),
  }),
  answers: { 201: z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() }) },
  problems: ['unauthenticated', 'web_header_required', 'invalid_return_path', 'wechat_not_offered', 'too_often'],
})

/** No query is declared: apps that pass a link on add parameters of their own, and a browser must be led on whatever it brings. */
export const callbackRoute = route({
  fn: 'account-wechat',
  method: 'GET',
  name: 'endWechatAuthorization',
  path: '/v1/wechat/callback',
  caller: 'anyone',
  knowsSession: true,
  summary:
    'Where WeChat sends the browser back to; always goes on to the page, which is told in `wechat` what became of it.',
  answers: { 302: null },
})
