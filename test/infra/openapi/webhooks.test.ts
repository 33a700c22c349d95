import { expect, it } from 'vitest'
import { webhookChannel } from '../../../functions/messaging/channels/webhook-channel.ts'
import { accepted } from '../../../functions/messaging/sending/message.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { NOON } from '../../kit.ts'
import { receiver } from '../../messaging/channels/receiver.ts'
import { account, drain, endpoint, happen, world } from '../../webhooks/fixture.ts'
import { documents, resolved, validatorOf } from './documents.ts'

it('a message that is sent to a channel is as its description says', async () => {
  const [{ document }] = documents as [(typeof documents)[number]]
  const { post } = Object(document.webhooks).message
  const server = await receiver((response) => response.writeHead(204).end())
  try {
    const deliveries = { ...settingsOf('sandbox', undefined).deliveries, localTargets: [server.host] }
    const target = { url: `http://${server.host}/in`, secrets: [`whsec_${'a'.repeat(32)}`] }
    const draft = { title: '', content: '𠮷', template: 'txt', channel: 'webhook', option: 'hook' } as const
    const ids = ['0193471a5e007cc1b3f20a6d5c4e1b01', '0193471a5e047cc1b3f20a6d5c4e1b05'] as const
    expect(await webhookChannel(deliveries)(target, accepted(draft, ...ids, NOON), NOON)).toEqual({ kind: 'taken' })
    const [came] = server.received
    const validate = validatorOf(document)(post.requestBody.content['application/json'].schema)
    expect(validate(JSON.parse(String(came?.body))) || validate.errors).toBe(true)
    for (const one of post.parameters) {
      const { name } = resolved<{ name: string }>(document, one)
      expect(came?.headers[name], name).toBeTypeOf('string')
    }
  } finally {
    await server.close()
  }
})

it('an event that is delivered to an endpoint is as its description says', async () => {
  const [{ document }] = documents as [(typeof documents)[number]]
  const { post } = Object(document.webhooks).event
  const at = world()
  await account(at)
  const { id } = await endpoint(at)
  await happen(at)
  await happen(
    at,
    1,
    { kind: 'endpoint', id: 'f'.repeat(32) },
    { type: 'endpoint.disabled', data: { endpointId: 'f'.repeat(32), because: 'gone' } },
  )
  await drain(at)
  expect(at.calls).toHaveLength(2)
  const validate = validatorOf(document)(post.requestBody.content['application/json'].schema)
  for (const { body, headers } of at.calls) {
    expect(validate(JSON.parse(String(body))) || validate.errors, id).toBe(true)
    for (const one of post.parameters) {
      const { name } = resolved<{ name: string }>(document, one)
      expect(headers[name], name).toBeTypeOf('string')
    }
  }
})
