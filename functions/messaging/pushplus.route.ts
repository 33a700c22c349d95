import * as z from 'zod/mini'
import { type Route, route } from '../../shared/http/route.ts'

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

/** A call at its address, and below it, where scripts put the token or only a slash. */
const at = <const Path extends string, const Answers extends Route['answers']>(
  path: Path,
  summary: string,
  answers: Answers,
) =>
  [
    route({ ...common, path, summary, answers }),
    route({
      ...common,
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
  send: [...at('/send', SEND, sent), ...at('/api/send', 'The same as /send, under its other address.', sent)],
  batchSend: at('/batchSend', BATCH_SEND, sentToMany),
} as const
