import type { OutgoingRequest, Reply } from '../../../shared/http/outgoing.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { LaterSandbox } from '../sandbox.ts'
import type { NotificationTask } from './task.ts'

/** How one channel notifies. */
export type Courier = {
  /** Waits between attempts; after the last the channel gives up. */
  ladder: readonly Millis[]
  /** The request of one attempt, signed afresh; undefined when there is nobody to tell. */
  letter(sandbox: LaterSandbox, task: NotificationTask): Promise<OutgoingRequest | undefined>
  /** Whether the merchant's answer ends it. */
  accepts(answer: Extract<Reply, { kind: 'answered' }>): boolean
}
