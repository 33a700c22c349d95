import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

const common = {
  fn: 'messaging-pushplus',
  method: 'ANY',
  caller: 'token',
  // More than an event can carry: too much is answered in pushplus's own form.
  bodyLimit: 16 * 1024 * 1024,
} as const

const sent = { 200: z.strictObject({ code: z.int(), msg: z.string(), data: z.optional(z.string()) }) }
const inChannel = z.strictObject({ shortCode: z.string(), message: z.string(), code: z.int(), channel: z.string() })
const sentToMany = {
  200: z.strictObject({ code: z.int(), msg: z.string(), data: z.optional(z.array(inChannel)) }),
}

const sendRoute = route({
  ...common,
  path: '/send',
  summary:
    'Send a message as pushplus clients do; always HTTP 200 with code and msg, and the message id as data if it is taken.',
  answers: sent,
})

const sendPathRoute = route({
  ...common,
  path: '/send/{proxy+}',
  summary: 'The same with the token as path segment, or with a trailing slash.',
  answers: sent,
})

const apiSendRoute = route({
  ...common,
  path: '/api/send',
  summary: 'The same as /send, under its other address.',
  answers: sent,
})

const apiSendPathRoute = route({
  ...common,
  path: '/api/send/{proxy+}',
  summary: 'The same with the token as path segment, or with a trailing slash.',
  answers: sent,
})

const batchSendRoute = route({
  ...common,
  path: '/batchSend',
  summary: 'Send to channels as pushplus clients do: one of them by now; data lists what became of it in each.',
  answers: sentToMany,
})

const batchSendPathRoute = route({
  ...common,
  path: '/batchSend/{proxy+}',
  summary: 'The same with the token as path segment, or with a trailing slash.',
  answers: sentToMany,
})

/** Every address of pushplus's calls, by what answers it. */
export const pushplusRoutes = {
  send: [sendRoute, sendPathRoute, apiSendRoute, apiSendPathRoute],
  batchSend: [batchSendRoute, batchSendPathRoute],
} as const
