import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { messageSchema } from './sending/message-view.ts'

export const messageRoute = route({
  fn: 'messaging-read',
  method: 'GET',
  path: '/v1/messages/{id}',
  caller: 'session',
  summary: 'One message and what became of it',
  answers: { 200: messageSchema },
  problems: ['unauthenticated', 'not_found'],
})

/** Messages on one page of the inbox: 1 to 100. */
const PAGE = /^(?:[1-9]\d?|100)$/

export const inboxRoute = route({
  fn: 'messaging-read',
  method: 'GET',
  path: '/v1/inbox',
  caller: 'session',
  summary: 'Messages, newest first; the cursor of one page asks for the next',
  query: z.object({
    limit: z._default(z.string().check(z.regex(PAGE)), '20'),
    cursor: z.optional(z.string()),
  }),
  answers: { 200: z.strictObject({ messages: z.array(messageSchema), cursor: z.optional(z.string()) }) },
  problems: ['unauthenticated'],
})
