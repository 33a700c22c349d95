import { refusedStatus } from '../../../functions/vendors/acknowledgement.ts'
import { acknowledgement as toAlipay } from '../../../functions/vendors/alipay/notification.ts'
import { acknowledgement as toWechatPay } from '../../../functions/vendors/wechat-pay/notification.ts'
import type { Response, Special } from '../described.ts'
import type { JsonSchema } from '../json.ts'

type Told = { status: number; body?: { code: string; message: string }; text?: string }

const silent = Object.keys(refusedStatus) as (keyof typeof refusedStatus)[]

const failSchema = (code: string): JsonSchema => ({
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', const: 'FAIL', description: 'As WeChat Pay has it.' },
    message: { type: 'string', const: code, description: 'What is wrong.' },
  },
})

const contentOf = (code: string, { body, text = '' }: Told): Response['content'] =>
  body
    ? { 'application/json': { schema: failSchema(code), example: body } }
    : { 'text/plain': { schema: { type: 'string', const: text }, example: text } }

/** What a channel is answered in its own words, in the place of problem+json. */
const inItsWords = (acknowledge: (outcome: keyof typeof refusedStatus) => Told): Special['responses'] =>
  Object.fromEntries(
    silent.map((code) => {
      const told = acknowledge(code)
      return [told.status, { description: `In the words of the channel: \`${code}\``, content: contentOf(code, told) }]
    }),
  )

/** What payment channels send, and what they are answered. */
export const notificationSpecials: Readonly<Record<string, Special>> = {
  notifyByWechatPay: {
    ownWords: silent,
    responses: inItsWords(toWechatPay),
    requestBody: {
      required: true,
      description:
        'A notification of WeChat Pay APIv3, which says what happened in `resource`, encrypted. What is none is told so by 401 or 400.',
      content: {
        'application/json': {
          schema: { type: 'object', additionalProperties: true },
          example: {
            id: 'EV-2026112004013012345678',
            create_time: '2026-11-20T12:01:30+08:00',
            event_type: 'TRANSACTION.SUCCESS',
            resource_type: 'encrypt-resource',
            resource: {
              algorithm: 'AEAD_AES_256_GCM',
              original_type: 'transaction',
              ciphertext: 'c2VhbGVk',
              associated_data: 'transaction',
              nonce: 'd3f1a2b4c5d6',
            },
          },
        },
      },
    },
  },
  notifyByAlipay: {
    ownWords: silent,
    responses: inItsWords(toAlipay),
    requestBody: {
      required: true,
      description:
        'A notification of Alipay: a form whose parameters are signed. What is none is told so by 401 or 400.',
      content: {
        'application/x-www-form-urlencoded': {
          schema: { type: 'object', additionalProperties: { type: 'string' } },
          example: {
            notify_type: 'trade_status_sync',
            trade_status: 'TRADE_SUCCESS',
            sign_type: 'RSA2',
            sign: 'c2lnbmF0dXJl',
          },
        },
      },
    },
  },
}
