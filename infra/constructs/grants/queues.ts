import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { type QueueName, queues } from '../../../functions/queues.ts'
import { allow, type Granted, type Resources } from './granted.ts'

/** A queue by its name. Throws if there is none in this stage. */
export const queueNamed = (name: QueueName, { data, standIns }: Resources): Queue => {
  const queue = name === 'sandbox' ? standIns?.queue : data.queues.get(name)
  if (!queue) throw new Error(`this stage has no queue ${name}`)
  return queue
}

/** Waking the worker of a queue. */
export const sendGrant = (name: QueueName, resources: Resources): Granted => {
  const queue = queueNamed(name, resources)
  const kind = queues.find((row) => row.queue === name)?.kind ?? name
  return {
    environment: { [`QUEUE_${kind.toUpperCase()}`]: queue.queueUrl },
    statements: [allow(['sqs:SendMessage'], [queue.queueArn])],
  }
}

const deadActions = ['ReceiveMessage', 'ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes']

/** `<queue> <kind> <worker> <address>` of each, as shared/runtime/dead-letters.ts reads them. */
export const deadLettersGrant = ({ data }: Resources): Granted => {
  const dead = queues.flatMap(({ queue, kind, fn }) => {
    const found = data.queues.get(queue)?.deadLetterQueue?.queue
    return found ? [{ row: `${queue} ${kind} ${fn} ${found.queueUrl}`, arn: found.queueArn }] : []
  })
  return {
    environment: { DEAD_LETTERS: dead.map(({ row }) => row).join(',') },
    statements: [
      allow(
        deadActions.map((action) => `sqs:${action}`),
        dead.map(({ arn }) => arn),
      ),
    ],
  }
}
