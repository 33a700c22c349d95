import { SQSClient } from '@aws-sdk/client-sqs'
import type { DeadLetterQueue } from '../queue/dead-letters.ts'
import { sqsDeadLetters } from '../queue/sqs-dead-letters.ts'
import { client } from './aws.ts'
import { env } from './environment.ts'

/** A queue of work with what of it failed: its name, the kind of its pointers, which function serves it. */
type Named = { queue: string; kind: string; worker: string; letters: DeadLetterQueue }

/** Every queue of work of this deployment: DEAD_LETTERS says `<queue> <kind> <worker> <address>` of each, with commas between. */
export const deadLetterQueues = (): Named[] => {
  const sqs = new SQSClient(client)
  return env('DEAD_LETTERS')
    .split(',')
    .map((row) => {
      const [queue = '', kind = '', worker = '', url = ''] = row.split(' ')
      const liveUrl = env(`QUEUE_${kind.toUpperCase()}`)
      return { queue, kind, worker, letters: sqsDeadLetters({ client: sqs, url, liveUrl }) }
    })
}
