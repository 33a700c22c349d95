import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Activity } from '../activity.ts'
import type { Faults } from '../faults.ts'
import type { Functions } from '../functions/functions.ts'
import type { Invocation } from '../functions/thread.ts'
import type { EventSourceSpec } from '../template/queues.ts'
import type { Message, QueueServer } from './queue-server.ts'
import { sqsEvent } from './sqs-event.ts'

/** Hands the messages of one queue to its function. */
export type Poller = {
  /** The queue's name on this machine. */
  queue: string
  /** How many messages of its queue are still to be handled before time passes; those given back wait for their time-out. */
  pending(): Promise<number>
  stop(): void
}

type Options = {
  source: EventSourceSpec
  /** Name on AWS. */
  queue: string
  server: QueueServer
  functions: Functions
  faults: Faults
  activity: Activity
  clock: Clock
  /** Told about faults of the engine's own. */
  fault: (error: unknown) => void
}

/** The longest SQS waits for a message. */
const LONG_POLL_SECONDS = 20
/** Between attempts while the emulator does not answer. */
const PAUSE_MS = 100

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

export const startPoller = (options: Options): Poller => {
  const { source, queue, server, functions, faults, activity, clock, fault } = options
  /** Handles of messages given back. */
  let given = new Set<string>()
  let stopped = false
  let running = 0
  let freed: (() => void) | undefined

  const giveBack = async (message: Message, seconds?: number): Promise<void> => {
    given.add(message.ReceiptHandle)
    if (seconds !== undefined) await server.hide(queue, message.ReceiptHandle, seconds)
  }

  /** Messages left after the faults that put them off or lose them, and for how long to wait before delivering again. */
  const injected = async (messages: readonly Message[]): Promise<{ batch: Message[]; again: number[] }> => {
    const batch: Message[] = []
    const again: number[] = []
    for (const message of messages) {
      const rule = faults.ofMessage(source.queue)
      if (rule?.action === 'drop') await server.delete(queue, message.ReceiptHandle)
      else if (rule?.action === 'delay') await giveBack(message, Math.ceil(rule.ms / 1000))
      else batch.push(message)
      if (rule?.action === 'duplicate') again.push(rule.ms)
    }
    return { batch, again }
  }

  const deliver = async (batch: readonly Message[]): Promise<void> => {
    const invocation = await functions.invoke(source.fn, sqsEvent(source, batch))
    const failed = failedIds(source, invocation, batch)
    for (const message of batch) {
      if (failed.has(message.MessageId)) await giveBack(message)
      else await server.delete(queue, message.ReceiptHandle)
    }
  }

  const work = async (messages: readonly Message[]): Promise<void> => {
    const { batch, again } = await injected(messages)
    if (batch.length === 0) return
    const duplicates = again.map(async (ms) => {
      await sleep(ms)
      await functions.invoke(source.fn, sqsEvent(source, batch))
    })
    await Promise.all([deliver(batch), ...duplicates])
  }

  const take = (messages: readonly Message[]): void => {
    const ended = activity.begin()
    running += 1
    work(messages)
      .catch((error: unknown) => {
        if (!stopped) fault(error)
      })
      .finally(() => {
        running -= 1
        freed?.()
        ended()
      })
  }

  const poll = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (running >= source.maxConcurrency) await new Promise<void>((resolve) => (freed = resolve))
        const messages = await server.receive(queue, source.batchSize, LONG_POLL_SECONDS)
        if (messages.length > 0) take(messages)
      } catch (error) {
        if (stopped) return
        fault(error)
        await sleep(PAUSE_MS)
      }
    }
  }

  void poll()
  return {
    queue: source.queue,
    pending: async () => {
      const { visible, received } = await server.depth(queue)
      const now = clock.now()
      const waiting = received.filter(({ handle, hiddenUntil }) => given.has(handle) && hiddenUntil > now)
      given = new Set(waiting.map(({ handle }) => handle))
      return visible + received.length - waiting.length
    },
    stop: () => {
      stopped = true
    },
  }
}
