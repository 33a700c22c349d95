import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { channels, templates } from './sending/message.ts'

export const sendRoute = route({
  fn: 'messaging-send',
  method: 'POST',
  name: 'sendMessage',
  path: '/v1/messages',
  warnsOfEnforcement: true,
  caller: 'session_or_token',
  summary: 'Send a message to the own inbox or a configured channel; only for verified accounts',
  bodyLimit: 1024 * 1024,
  body: z.strictObject({
    title: z._default(z.string(), ''),
    content: z.string('message_empty'),
    template: z._default(z.enum(templates, 'template_unknown'), 'html'),
    channel: z._default(z.enum(channels, 'channel_unknown'), 'inbox'),
    option: z.optional(z.string()),
  }),
  answers: { 202: z.strictObject({ id: z.string(), createdAt: z.string() }) },
  problems: [
    'unauthenticated',
    'sending_paused',
    'banned',
    'not_verified',
    'send_quota_reached',
    'send_burst',
    'duplicate_message',
    'message_empty',
    'title_line_break',
    'message_too_long',
    'template_unknown',
    'channel_unknown',
    'channel_not_configured',
  ],
})
