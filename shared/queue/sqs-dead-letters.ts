import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { DeadLetter, DeadLetterQueue } from './dead-letters.ts'
import { BATCH } from './queue.ts'

/** Longer than looking takes; whoever dies meanwhile has lost nothing. */
const HIDDEN_SECONDS = 30

/** Asking only some of its machines SQS may find nothing where there is something; who waits asks all. */
const WAIT_SECONDS = 1

const letterIn = ({ MessageId, Body, ReceiptHandle, Attributes }: Message): DeadLetter[] =>
  MessageId && ReceiptHandle
    ? [
        {
          id: MessageId,
          body: Body ?? '',
          sentAt: Number(Attributes?.SentTimestamp),
          receives: Number(Attributes?.ApproximateReceiveCount),
          handle: ReceiptHandle,
        },
      ]
    : []

const inBatches = (letters: readonly DeadLetter[]): DeadLetter[][] =>
  Array.from({ length: Math.ceil(letters.length / BATCH) }, (_none, at) => letters.slice(at * BATCH, (at + 1) * BATCH))

/** The dead letters of a queue on SQS: `url` is where they are, `liveUrl` where they came from. */
export const sqsDeadLetters = (of: { client: SQSClient; url: string; liveUrl: string }): DeadLetterQueue => {
  const { client, url: QueueUrl, liveUrl } = of
  const remove = async (letters: readonly DeadLetter[]): Promise<void> => {
    const Entries = letters.map(({ handle: ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }))
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
  }
  const sendBatch = async (letters: readonly DeadLetter[]): Promise<DeadLetter[]> => {
    const Entries = letters.map(({ body: MessageBody }, at) => ({ Id: String(at), MessageBody }))
    const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: liveUrl, Entries }))
    const sent = Successful.flatMap(({ Id }) => letters[Number(Id)] ?? [])
    if (sent.length > 0) await remove(sent)
    return sent
  }
  return {
    async depth() {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
      const found = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }))
      return AttributeNames.reduce((sum, name) => sum + Number(found.Attributes?.[name] ?? 0), 0)
    },
    async take() {
      const asked = {
        MaxNumberOfMessages: BATCH,
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: WAIT_SECONDS,
        MessageSystemAttributeNames: ['SentTimestamp' as const, 'ApproximateReceiveCount' as const],
      }
      const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, ...asked }))
      return Messages.flatMap(letterIn)
    },
    async putBack(letters) {
      for (const batch of inBatches(letters)) {
        const Entries = batch.map(({ handle: ReceiptHandle }, at) => ({
          ...{ Id: String(at), ReceiptHandle, VisibilityTimeout: 0 },
        }))
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))
      }
    },
    async sendAgain(letters) {
      const sent: DeadLetter[] = []
      for (const batch of inBatches(letters)) sent.push(...(await sendBatch(batch)))
      return sent
    },
  }
}
