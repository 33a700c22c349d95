import { SQSClient } from '@aws-sdk/client-sqs'
import { sqsQueue } from '../queue/sqs.ts'
import { client } from './aws.ts'
import { optionalEnv } from './environment.ts'
import { observer } from './observer.ts'

export const queue = sqsQueue({
  client: new SQSClient(client),
  urls: {
    order: optionalEnv('QUEUE_ORDERS'),
    check: optionalEnv('QUEUE_CHECKS'),
    refund: optionalEnv('QUEUE_REFUNDS'),
    message: optionalEnv('QUEUE_DELIVERIES'),
    complaint: optionalEnv('QUEUE_COMPLAINTS'),
    reconciliation: optionalEnv('QUEUE_RECONCILIATIONS'),
  },
  lost: (kind, error) => observer.fault(error, { kind }),
})
