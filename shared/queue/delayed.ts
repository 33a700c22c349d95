import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { type Millis, SECOND } from '../kernel/time.ts'

/** SQS holds a message back for 15 minutes at most. */
const LONGEST_SECONDS = 900

/**
 * Sends one pointer to arrive in `waitMs` or, when that is more than 15 minutes, earlier: whoever gets it looks at the time
 * and sends it again. Unlike a wake-up this throws when it fails, because no sweep repeats it.
 */
export const delayedPointers =
  ({ client, url, kind }: { client: SQSClient; url: string; kind: string }) =>
  async (id: string, waitMs: Millis): Promise<void> => {
    const DelaySeconds = Math.min(LONGEST_SECONDS, Math.ceil(waitMs / SECOND))
    await client.send(
      new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify({ kind, id }), DelaySeconds }),
    )
  }
