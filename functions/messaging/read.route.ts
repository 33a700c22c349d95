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

export const messageDocumentRoute = route({
  fn: 'messaging-read',
  method: 'GET',
  name: 'showMessage',
  path: '/v1/messages/{id}/document',
  caller: 'session',
  summary:
    'What one message says, as a document to be shown in a frame: made safe, without scripts, forms and styles of its sender. A browser that opens it as a page of its own is led to the page that says who sent it.',
  query: z.strictObject({
    theme: z._default(z.enum(['light', 'dark']), 'light'),
    size: z._default(z.enum(['normal', 'large', 'largest']), 'normal'),
    pictures: z._default(z.enum(['shown', 'hidden']), 'hidden'),
  }),
  media: 'text/html',
  answers: { 200: z.string(), 302: null },
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
