import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { Pointer } from '../table/work.ts'
import { BATCH, type Queue } from './queue.ts'

type Options = {
  client: SQSClient
  /** Address of the queue of a kind; undefined for kinds this function may not wake. */
  urlOf: (kind: string) => string | undefined
  /** Told when a wake-up was lost; the sweep will repeat it. */
  lost: (kind: string, error: unknown) => void
}

/** The real queue on SQS. */
export const sqsQueue = ({ client, urlOf, lost }: Options): Queue => {
  let calls = 0
  const send = async (kind: string, pointers: Pointer[]): Promise<void> => {
    const QueueUrl = urlOf(kind)
    if (!QueueUrl) throw new Error(`this function has no queue for ${kind}`)
    calls += 1
    const bodies = pointers.map((pointer) => JSON.stringify(pointer))
    const [only] = bodies
    if (bodies.length === 1) await client.send(new SendMessageCommand({ QueueUrl, MessageBody: only }))
    else {
      const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }))
      const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
      if (sent.Failed?.length) throw new Error(`${sent.Failed.length} of ${Entries.length} messages were not taken`)
    }
  }
  return {
    calls: () => calls,
    async wake(pointers) {
      const byKind = Map.groupBy(pointers, (pointer) => pointer.kind)
      for (const [kind, all] of byKind) {
        for (let from = 0; from < all.length; from += BATCH) {
          await send(kind, all.slice(from, from + BATCH)).catch((error: unknown) => lost(kind, error))
        }
      }
    },
  }
}
