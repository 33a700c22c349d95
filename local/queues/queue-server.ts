import * as z from 'zod/mini'
import type { Clock } from '../../shared/kernel/time.ts'
import { callEmulator, type Emulator } from '../aws-json.ts'
import type { QueueSpec } from '../template/queues.ts'
import type { QueueEmulator } from './emulator.ts'

/** A message as ReceiveMessage gives it. */
export type Message = z.output<typeof message>

/** How many messages of a queue are where, and the handles of those received. */
type Depth = { visible: number; delayed: number; received: { handle: string; hiddenUntil: number }[] }

/** SQS on this machine. It forgets everything when it is started anew. */
export type QueueServer = {
  port: number
  receive(queue: string, most: number, waitSeconds: number): Promise<Message[]>
  send(queue: string, body: string): Promise<void>
  delete(queue: string, handle: string): Promise<void>
  /** Hides a received message for so many seconds from now. */
  hide(queue: string, handle: string, seconds: number): Promise<void>
  depth(queue: string): Promise<Depth>
  /** Empties every queue. */
  clear(): Promise<void>
}

const attributeValue = z.object({
  DataType: z.string(),
  StringValue: z.optional(z.string()),
  BinaryValue: z.optional(z.string()),
})
const message = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z._default(z.record(z.string(), z.string()), {}),
  MessageAttributes: z._default(z.record(z.string(), attributeValue), {}),
})
const received = z.object({ Messages: z._default(z.array(message), []) })
const inspected = z.object({
  messages: z.object({
    ready: z.array(z.unknown()),
    delayed: z.array(z.object({ delayUntil: z.optional(z.number()) })),
    inflight: z.array(z.object({ receiptHandle: z.string(), visibilityDeadline: z.number() })),
  }),
})

const attributesOf = ({ visibilitySeconds, delaySeconds, retentionSeconds, region, deadLetter }: QueueSpec) => ({
  VisibilityTimeout: String(visibilitySeconds),
  DelaySeconds: String(delaySeconds),
  MessageRetentionPeriod: String(retentionSeconds),
  ...(deadLetter && {
    RedrivePolicy: JSON.stringify({
      // The emulator knows its queues under this account and partition only.
      deadLetterTargetArn: `arn:aws:sqs:${region}:000000000000:${deadLetter.queue}`,
      maxReceiveCount: deadLetter.maxReceiveCount,
    }),
  }),
})

/** The address by which functions know a queue; its last part is what counts. */
export const queueUrl = (endpoint: string, name: string): string => `${endpoint}/000000000000/${name}`

/** Starts SQS with these queues, all of them empty. Queues are named as on AWS. */
export const startQueueServer = async (
  specs: readonly QueueSpec[],
  { queueEmulator, clock }: { queueEmulator: QueueEmulator; clock: Clock },
): Promise<QueueServer> => {
  const port = await queueEmulator.startAfresh()
  const regions = new Map(specs.map(({ nameOnAws, region }) => [nameOnAws, region]))
  const emulator = (queue: string): Emulator => ({ port, service: 'sqs', region: regions.get(queue) ?? 'us-east-1' })
  const call = (queue: string, operation: string, input: object): Promise<unknown> =>
    callEmulator(emulator(queue), operation, { QueueUrl: queueUrl('http://127.0.0.1', queue), ...input })

  // Dead-letter queues first: a redrive policy needs its target.
  for (const spec of specs.toSorted((a, b) => Number(Boolean(a.deadLetter)) - Number(Boolean(b.deadLetter)))) {
    const { nameOnAws } = spec
    await callEmulator(emulator(nameOnAws), 'CreateQueue', { QueueName: nameOnAws, Attributes: attributesOf(spec) })
  }

  return {
    port,
    receive: async (queue, most, waitSeconds) => {
      const asked = { MaxNumberOfMessages: most, WaitTimeSeconds: waitSeconds, MessageSystemAttributeNames: ['All'] }
      return z.parse(received, await call(queue, 'ReceiveMessage', { ...asked, MessageAttributeNames: ['All'] }))
        .Messages
    },
    send: async (queue, body) => void (await call(queue, 'SendMessage', { MessageBody: body })),
    delete: async (queue, handle) => void (await call(queue, 'DeleteMessage', { ReceiptHandle: handle })),
    hide: async (queue, handle, seconds) => {
      await call(queue, 'ChangeMessageVisibility', { ReceiptHandle: handle, VisibilityTimeout: seconds })
    },
    clear: async () => {
      for (const queue of regions.keys()) await call(queue, 'PurgeQueue', {})
    },
    depth: async (queue) => {
      const answer = await fetch(`http://127.0.0.1:${port}/_fauxqs/queues/${queue}`)
      const { ready, delayed, inflight } = z.parse(inspected, await answer.json()).messages
      const now = clock.now()
      const due = delayed.filter(({ delayUntil = 0 }) => delayUntil <= now).length
      return {
        visible: ready.length + due,
        delayed: delayed.length - due,
        received: inflight.map((one) => ({ handle: one.receiptHandle, hiddenUntil: one.visibilityDeadline })),
      }
    },
  }
}
