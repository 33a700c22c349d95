import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { signedInShown } from './sessions/signed-in-view.ts'
import { phoneOfCode } from './sms-code.route.ts'
import { typedCode } from './typed-code.route.ts'
import { typedLastFour } from './typed-last-four.route.ts'
import { MARK_COOKIE } from './wechat/visits/mark.ts'
import { joinEnds } from './wechat/visits/sign-in-unknown.ts'

export const wechatJoinRoute = route({
  fn: 'account-wechat-join',
  method: 'POST',
  name: 'joinByWechat',
  path: '/v1/wechat/joins',
  caller: 'anyone',
  summary:
    'For whoever came back from WeChat as `unknown` in this browser, within ten minutes: signs in by the code sent to a number, and binds their WeChat to the account of that number.',
  bodyLimit: 1024,
  readsCookie: MARK_COOKIE,
  setsCookie: true,
  body: z.strictObject({
    phone: phoneOfCode,
    smsCodeId: z.string('invalid_id').check(z.refine(isId, 'invalid_id')),
    code: typedCode,
    idLastFour: z.optional(typedLastFour),
    startOver: z._default(z.boolean(), false),
  }),
  answers: { 201: z.strictObject({ ...signedInShown.shape, wechat: z.enum(joinEnds) }) },
  problems: [
    'invalid_phone',
    'invalid_id',
    'invalid_sms_code',
    'invalid_id_last_four',
    'wechat_join_over',
    'sms_code_wrong',
    'sms_code_spent',
    'id_last_four_required',
    'id_last_four_wrong',
    'id_last_four_too_often',
  ],
})
