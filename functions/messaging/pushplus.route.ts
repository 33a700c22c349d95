import * as z from 'zod/mini'
import { type Route, route } from '../../shared/http/route.ts'
import { wireMethods } from './compat/pushplus-request.ts'

const common = {
  fn: 'messaging-pushplus',
  method: 'ANY',
  methods: wireMethods,
  caller: 'token',
  warnsOfEnforcement: true,
  // More than an event can carry: too much is answered in pushplus's own form.
  bodyLimit: 16 * 1024 * 1024,
} as const

/** What /send answers. */
export const wireAnswer = z.strictObject({ code: z.int(), msg: z.string(), data: z.optional(z.string()) })
const inChannel = z.strictObject({ shortCode: z.string(), message: z.string(), code: z.int(), channel: z.string() })
/** What /batchSend answers. */
export const batchAnswer = z.strictObject({
  code: z.int(),
  msg: z.string(),
  data: z.optional(z.array(inChannel)),
})
const sent = { 200: wireAnswer }
const sentToMany = { 200: batchAnswer }

/** A call at its address, and below it, where scripts put the token or only a slash. */
const at = <const Path extends string, const Answers extends Route['answers']>(
  path: Path,
  name: string,
  summary: string,
  answers: Answers,
) =>
  [
    route({ ...common, name, path, summary, answers }),
    route({
      ...common,
      name: `${name}ByPath`,
      path: `${path}/{proxy+}`,
      summary: 'The same with the token as path segment, or with a trailing slash.',
      answers,
    }),
  ] as const

const SEND =
  'Send a message as pushplus clients do; always HTTP 200 with code and msg, and the message id as data if it is taken.'
const BATCH_SEND = 'Send to channels as pushplus clients do: one of them by now; data lists what became of it in each.'

/** Every address of pushplus's calls, by what answers it. */
export const pushplusRoutes = {
  send: [
    ...at('/send', 'pushplusSend', SEND, sent),
    ...at('/api/send', 'pushplusApiSend', 'The same as /send, under its other address.', sent),
  ],
  batchSend: at('/batchSend', 'pushplusBatchSend', BATCH_SEND, sentToMany),
} as const
