import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Activity } from '../activity.ts'
import { type Delivering, deliveryOf } from './delivery.ts'
import type { Message } from './queue-server.ts'

/** Takes messages from one queue and has them delivered. */
export type Poller = {
  /** The queue's name on this machine. */
  queue: string
  /** How many messages of its queue are still to be handled before time passes; those given back wait for their time-out. */
  pending(): Promise<number>
  stop(): void
}

type Options = Delivering & {
  activity: Activity
  clock: Clock
  /** Told about faults of the engine's own. */
  fault: (error: unknown) => void
}

/** The longest SQS waits for a message. */
const LONG_POLL_SECONDS = 20
/** Between attempts while the emulator does not answer. */
const PAUSE_MS = 100

export const startPoller = (options: Options): Poller => {
  const { source, queue, server, activity, clock, fault } = options
  const delivery = deliveryOf(options)
  let stopped = false
  let running = 0
  let freed: (() => void) | undefined

  const take = async (messages: readonly Message[]): Promise<void> => {
    const ended = activity.begin()
    running += 1
    try {
      await delivery.deliver(messages)
    } catch (error) {
      if (!stopped) fault(error)
    } finally {
      running -= 1
      freed?.()
      ended()
    }
  }

  const poll = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (running >= source.maxConcurrency) await new Promise<void>((resolve) => (freed = resolve))
        const messages = await server.receive(queue, source.batchSize, LONG_POLL_SECONDS)
        if (messages.length > 0) void take(messages)
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
      const waiting = received.filter(({ handle, hiddenUntil }) => delivery.gaveBack(handle) && hiddenUntil > now)
      return visible + received.length - waiting.length
    },
    stop: () => {
      stopped = true
    },
  }
}
