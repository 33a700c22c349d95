import { SQSClient } from '@aws-sdk/client-sqs'
import { sqsQueue } from '../queue/sqs.ts'
import { client } from './aws.ts'
import { optionalEnv } from './environment.ts'
import { observer } from './observer.ts'

/** The queues this function may send to. A function that may wake a kind of work is given its address as QUEUE_<KIND>. */
export const queue = sqsQueue({
  client: new SQSClient(client),
  urlOf: (kind) => optionalEnv(`QUEUE_${kind.toUpperCase()}`),
  lost: (kind, error) => observer.fault(error, { kind }),
})
