import * as z from 'zod/mini'
import { sendRaw } from '../aws-json.ts'
import type { WireCall } from '../proxy/call.ts'
import type { Calls } from '../proxy/calls.ts'
import type { Backend } from '../proxy/proxy.ts'
import type { QueueServer } from './queue-server.ts'

const sent = z.object({
  QueueUrl: z.string(),
  MessageBody: z.optional(z.string()),
  Entries: z._default(z.array(z.object({ MessageBody: z.optional(z.string()) })), []),
})

/** What a call puts into a queue, if it does so. */
const bodiesOf = ({ operation, input }: WireCall): { queue: string; bodies: string[] } => {
  if (operation !== 'SendMessage' && operation !== 'SendMessageBatch') return { queue: '', bodies: [] }
  const { QueueUrl, MessageBody, Entries } = z.parse(sent, input)
  const bodies = [MessageBody, ...Entries.map((entry) => entry.MessageBody)]
  return {
    queue: QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1),
    bodies: bodies.filter((text) => text !== undefined),
  }
}

/** Passes calls on to the queues and remembers what was sent. */
export const sqsBackend =
  (server: QueueServer, calls: Calls, label: (queue: string) => string): Backend =>
  async (call) => {
    const answer = await sendRaw({ port: server.port, headers: call.headers, body: call.body })
    const { queue, bodies } = bodiesOf(call)
    if (answer.status === 200) calls.sent(label(queue), bodies)
    return answer
  }
