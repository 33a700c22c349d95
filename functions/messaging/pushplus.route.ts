import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

const common = {
  fn: 'messaging-pushplus',
  method: 'ANY',
  caller: 'token',
  // More than an event can carry: too much is answered in pushplus's own form.
  bodyLimit: 16 * 1024 * 1024,
  answers: { 200: z.strictObject({ code: z.int(), msg: z.string(), data: z.nullable(z.string()) }) },
} as const

export const pushplusSendRoute = route({
  ...common,
  path: '/send',
  summary: 'Send a message as pushplus clients do; always HTTP 200 with code, msg and data',
})

export const pushplusSendPathRoute = route({
  ...common,
  path: '/send/{proxy+}',
  summary: 'The same with the token as path segment, or with a trailing slash',
})
