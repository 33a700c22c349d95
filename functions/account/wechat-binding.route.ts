import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { phoneOfCode } from './sms-code.route.ts'
import { typedCode } from './typed-code.route.ts'
import { typedLastFour } from './typed-last-four.route.ts'
import { MARK_COOKIE } from './wechat/visits/mark.ts'
import { visitShown, visitWay } from './wechat-sign-in.route.ts'

const mine = { fn: 'account-wechat-binding', caller: 'session', path: '/v1/account/wechat' } as const

/** The second proof before a sensitive step. */
const ownPhone = { phone: phoneOfCode, smsCode: typedCode, idLastFour: z.optional(typedLastFour) }

const unproven = [
  'invalid_phone',
  'invalid_sms_code',
  'invalid_id_last_four',
  'own_phone_missing',
  'phone_not_own',
  'sms_code_wrong',
  'sms_code_spent',
  'step_up_last_four_required',
  'id_last_four_wrong',
  'id_last_four_too_often',
] as const

export const getWechatBindingRoute = route({
  ...mine,
  method: 'GET',
  name: 'getWechatBinding',
  summary:
    'Whether the account can be signed in to by WeChat, how WeChat can be bound here, and what proves that it may.',
  answers: {
    200: z.strictObject({
      ways: z.array(visitWay),
      bound: z.nullable(z.strictObject({ since: z.iso.datetime() })),
      proof: z.strictObject({ phone: z.nullable(z.string()), idLastFour: z.boolean() }),
    }),
  },
  problems: ['unauthenticated'],
})

export const bindWechatRoute = route({
  ...mine,
  method: 'POST',
  name: 'beginWechatBinding',
  summary:
    'Begins to bind WeChat to the account, after a second proof: a code sent to its own number in this session, and the last four of the ID number where it is verified. Send this browser to `url`; it comes back to `/wechat` with what became of it in `wechat`.',
  bodyLimit: 1024,
  readsCookie: MARK_COOKIE,
  setsCookie: true,
  body: z.strictObject({ way: visitWay, ...ownPhone }),
  answers: { 201: visitShown },
  problems: ['unauthenticated', 'web_header_required', ...unproven, 'wechat_way_not_offered', 'too_often'],
})

export const unbindWechatRoute = route({
  ...mine,
  method: 'POST',
  name: 'unbindWechat',
  path: '/v1/account/wechat/unbinding',
  summary:
    'Unbinds WeChat after the same proof. Nobody signs in to the account by WeChat any more, and sessions that were opened by it end, but for the one that asks.',
  bodyLimit: 1024,
  body: z.strictObject(ownPhone),
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required', ...unproven, 'wechat_not_bound', 'contended'],
})

export const wechatBindingRoutes = [getWechatBindingRoute, bindWechatRoute, unbindWechatRoute] as const
