import { deliver, deliverDue } from './delivery/deliver.ts'
import type { LaterSandbox } from './sandbox.ts'

/**
 * The id of a pointer that means everything due: for whoever moved the clock or lost the queue, since the table remembers
 * what is to be delivered.
 */
export const EVERYTHING_DUE = 'due'

/** Does what a pointer of the sandbox's queue means. Answers in a word how it ended. */
export const runPointer = async (sandbox: LaterSandbox, id: string): Promise<string> => {
  if (id !== EVERYTHING_DUE) return deliver(sandbox, id)
  const ended = await deliverDue(sandbox)
  return `delivered_${ended.length}`
}
