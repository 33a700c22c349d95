import { SQSClient } from '@aws-sdk/client-sqs'
import { delayedPointers } from '../queue/delayed.ts'
import { client } from './aws.ts'
import { env } from './environment.ts'

/** A queue for pointers that arrive later, by the environment variable that names it. */
export const delayedQueue = (variable: string, kind: string) =>
  delayedPointers({ client: new SQSClient(client), url: env(variable), kind })
