import { templates } from '../../../functions/messaging/sending/message.ts'
import { at, id } from '../fields/cast.ts'

import type { Json, JsonSchema } from '../json.ts'
import { eventExample, eventSchemas } from './events.ts'

const header = (name: string, description: string, example: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema,
  example,
})

const body: JsonSchema = {
  type: 'object',
  required: ['type', 'timestamp', 'data'],
  properties: {
    type: { type: 'string', const: 'message', description: 'What is told.' },
    timestamp: { type: 'string', format: 'date-time', description: 'When the message was sent.' },
    data: {
      type: 'object',
      required: ['id', 'title', 'content', 'template'],
      properties: {
        id: { type: 'string', description: 'Names the message.' },
        title: { type: 'string', description: 'One line; may be empty.' },
        content: { type: 'string', description: 'What it says.' },
        template: { type: 'string', enum: templates, description: 'How to show it.' },
      },
    },
  },
}

const headers = (what: string, example: string): Json => [
  header('webhook-id', `Names the ${what}, the same each time.`, example),
  header('webhook-timestamp', 'When this attempt was made, in epoch seconds.', '1763611290'),
  header('webhook-signature', 'The signatures.', 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4='),
]

/** What this service sends to addresses its users (PUT /v1/channels/{code}) or the platform (POST /v1/webhook-endpoints) have set up. */
export const webhooks: Json = {
  event: {
    post: {
      operationId: 'receiveEvent',
      summary: 'Receive event',
      description:
        'What happened to something of the platform’s users, signed as Standard Webhooks says: `v1,` and the HMAC-SHA256 of `webhook-id.webhook-timestamp.body` under the secret of the endpoint, and `v1a,` and the Ed25519 signature of the same under its key pair, with blanks between; while they change there are two of each. An event may arrive twice and later than another: go by `webhook-id`, and by `sequence` for each subject. It is tried again over three days until something in 2xx is answered within ten seconds; 410 disables the endpoint, 429 or 503 with `Retry-After` slows it. An unknown `type` is to be answered 2xx.',
      tags: ['webhooks'],
      security: [],
      parameters: headers('event', id.deed),
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/EventWebhook' },
            example: eventExample('verification.verified'),
          },
        },
      },
      responses: {
        '2XX': { description: 'It is taken.' },
        '410': { description: 'The endpoint is gone for good and is disabled.' },
        default: { description: 'It is tried again; `Retry-After` is heeded.' },
      },
    },
  },
  message: {
    post: {
      operationId: 'receiveMessage',
      summary: 'Receive message',
      description:
        'A message sent to an outgoing channel, signed as Standard Webhooks says: `webhook-signature` is `v1,` and the HMAC-SHA256 of `webhook-id.webhook-timestamp.body` under the secret of the channel; while that changes there are two, with a blank between. The same message may arrive twice: go by `webhook-id`. It is tried again, later and later, until something in 2xx is answered; 410 ends all messages to the address.',
      tags: ['messaging'],
      security: [],
      parameters: headers('message', id.message),
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/MessageWebhook' },
            example: {
              type: 'message',
              timestamp: at.created,
              data: { id: id.message, title: '任务完成', content: '备份已完成，用时 12 秒。', template: 'txt' },
            },
          },
        },
      },
      responses: {
        '2XX': { description: 'It is taken.' },
        '410': { description: 'The address is gone for good; nothing more is sent there.' },
        default: { description: 'It is tried again; `Retry-After` is heeded.' },
      },
    },
  },
}

/** The schemas of what is sent. */
export const webhookSchemas: Readonly<Record<string, JsonSchema>> = { MessageWebhook: body, ...eventSchemas }
