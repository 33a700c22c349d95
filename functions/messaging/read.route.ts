import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { messageSchema } from './sending/message-view.ts'

export const messageRoute = route({
  fn: 'messaging-read',
  method: 'GET',
  name: 'getMessage',
  path: '/v1/messages/{id}',
  caller: 'session',
  summary: 'One message and what became of it',
  answers: { 200: messageSchema },
  problems: ['unauthenticated', 'not_found'],
})

export const inboxRoute = route({
  fn: 'messaging-read',
  method: 'GET',
  name: 'listInbox',
  path: '/v1/inbox',
  caller: 'session',
  summary: 'Messages, newest first; a page of long ones holds fewer than `limit`',
  query: z.strictObject(pageQuery(20)),
  answers: { 200: pageShown({ messages: z.array(messageSchema) }) },
  problems: ['unauthenticated'],
})
