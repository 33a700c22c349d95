import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

const common = { fn: 'messaging-channel', caller: 'session' } as const

/** An outgoing channel without its secret. */
export const channelShown = z.strictObject({
  code: z.string(),
  kind: z.literal('webhook'),
  url: z.string(),
  goneAt: z.nullable(z.iso.datetime()),
})

export const saveChannelRoute = route({
  ...common,
  method: 'PUT',
  name: 'saveChannel',
  path: '/v1/channels/{code}',
  summary: 'Create an outgoing channel or change it; the signing secret is shown when it is made and never again',
  bodyLimit: 4096,
  body: z.strictObject({
    kind: z.literal('webhook'),
    url: z.string('channel_address_refused'),
    rotateSecret: z.optional(z.boolean()),
  }),
  answers: { 200: z.strictObject({ ...channelShown.shape, secret: z.nullable(z.string()) }) },
  problems: ['unauthenticated', 'invalid_channel_code', 'channel_address_refused', 'channel_limit_reached'],
})

export const listChannelsRoute = route({
  ...common,
  method: 'GET',
  name: 'listChannels',
  path: '/v1/channels',
  summary: 'All outgoing channels (20 at most), without their secrets; goneAt: the address answered 410 then',
  answers: { 200: z.strictObject({ channels: z.array(channelShown) }) },
  problems: ['unauthenticated'],
})

export const removeChannelRoute = route({
  ...common,
  method: 'DELETE',
  name: 'removeChannel',
  path: '/v1/channels/{code}',
  summary: 'Take an outgoing channel away',
  answers: { 204: null },
  problems: ['unauthenticated', 'not_found'],
})
