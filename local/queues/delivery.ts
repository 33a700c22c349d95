import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import type { Faults } from '../faults.ts'
import type { Functions } from '../functions/functions.ts'
import type { Invocation } from '../functions/thread.ts'
import type { EventSourceSpec } from '../template/queues.ts'
import type { Message, QueueServer } from './queue-server.ts'
import { sqsEvent } from './sqs-event.ts'

export type Delivering = {
  source: EventSourceSpec
  /** Name on AWS. */
  queue: string
  server: QueueServer
  functions: Functions
  faults: Faults
}

/** Hands received messages to the function and removes those that were handled. */
export type Delivery = {
  deliver(messages: readonly Message[]): Promise<void>
  /** Whether this message failed or was put off: it waits for its visibility time-out. */
  gaveBack(handle: string): boolean
}

const partialAnswer = z.object({ batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.string() }))) })

/**
 * Message ids that are to stay on the queue, read as Lambda reads them: a failed invocation, an answer of the wrong form and
 * an identifier that is none of the batch's keep the whole batch.
 */
export const failedIds = (source: EventSourceSpec, invocation: Invocation, batch: readonly Message[]): Set<string> => {
  const all = new Set(batch.map(({ MessageId }) => MessageId))
  if (!invocation.ok) return all
  if (!source.partial) return new Set()
  const answer: unknown = JSON.parse(invocation.payload)
  if (answer === null || answer === '') return new Set()
  const parsed = z.safeParse(partialAnswer, answer)
  if (!parsed.success) return all
  const failed = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
  return failed.every((id) => all.has(id)) ? new Set(failed) : all
}

export const deliveryOf = ({ source, queue, server, functions, faults }: Delivering): Delivery => {
  /** Grows by one for each failed delivery, which is little. */
  const given = new Set<string>()

  const invoke = (batch: readonly Message[]): Promise<Invocation> =>
    functions.invoke(source.fn, sqsEvent(source, batch))

  /** Puts off and loses what faults say; answers what is left, and after how many ms to deliver that once more. */
  const injectFaults = async (messages: readonly Message[]): Promise<{ batch: Message[]; again: Millis[] }> => {
    const batch: Message[] = []
    const again: Millis[] = []
    for (const message of messages) {
      const { action, ms } = faults.ofMessage(source.queue) ?? { ms: 0 }
      if (action === 'drop') await server.delete(queue, message.ReceiptHandle)
      else if (action === 'delay') {
        given.add(message.ReceiptHandle)
        await server.hide(queue, message.ReceiptHandle, Math.ceil(ms / 1000))
      } else batch.push(message)
      if (action === 'duplicate') again.push(ms)
    }
    return { batch, again }
  }

  const once = async (batch: readonly Message[]): Promise<void> => {
    const failed = failedIds(source, await invoke(batch), batch)
    for (const { MessageId, ReceiptHandle } of batch) {
      if (failed.has(MessageId)) given.add(ReceiptHandle)
      else await server.delete(queue, ReceiptHandle)
    }
  }

  return {
    deliver: async (messages) => {
      const { batch, again } = await injectFaults(messages)
      if (batch.length === 0) return
      const duplicates = again.map((ms) => sleep(ms).then(() => invoke(batch)))
      await Promise.all([once(batch), ...duplicates])
    },
    gaveBack: (handle) => given.has(handle),
  }
}
