import { SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, it } from 'vitest'
import { delayedPointers } from '../../../shared/queue/delayed.ts'

type Sent = { input: unknown }

const started = () => {
  const sent: unknown[] = []
  const client = new SQSClient({ region: 'us-east-1' })
  const send = async (command: Sent) => void sent.push(command.input)
  return {
    sent,
    later: delayedPointers({ client: Object.assign(client, { send }), url: 'https://queue', kind: 'sandbox' }),
  }
}

describe('delayed pointers', () => {
  it.each([
    ['at once', 0, 0],
    ['rounded up to whole seconds', 1001, 2],
    ['after 15 minutes', 900_000, 900],
    ['after 15 minutes when it may take longer', 3_600_000, 900],
  ])('arrive %s', async (_, waitMs, DelaySeconds) => {
    const { sent, later } = started()
    await later('task-1', waitMs)
    expect(sent).toEqual([{ QueueUrl: 'https://queue', MessageBody: '{"kind":"sandbox","id":"task-1"}', DelaySeconds }])
  })

  it('say so when they cannot be sent', async () => {
    const client = new SQSClient({ region: 'us-east-1' })
    const send = () => Promise.reject(new Error('no queue'))
    const later = delayedPointers({ client: Object.assign(client, { send }), url: 'https://queue', kind: 'sandbox' })
    await expect(later('task-1', 0)).rejects.toThrow('no queue')
  })
})
