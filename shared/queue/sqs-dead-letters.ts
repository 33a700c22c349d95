import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { SECOND } from '../kernel/time.ts'
import { type DeadLetter, type DeadLetterQueue, HIDDEN_MS, type TakenTo } from './dead-letters.ts'
import { BATCH } from './queue.ts'

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
  const take = async (to: TakenTo): Promise<DeadLetter[]> => {
    const asked = {
      MaxNumberOfMessages: BATCH,
      VisibilityTimeout: HIDDEN_MS[to] / SECOND,
      WaitTimeSeconds: WAIT_SECONDS,
      MessageSystemAttributeNames: ['SentTimestamp' as const, 'ApproximateReceiveCount' as const],
    }
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, ...asked }))
    return Messages.flatMap(letterIn)
  }
  const putBack = async (letters: readonly DeadLetter[]): Promise<void> => {
    for (const batch of inBatches(letters)) {
      const Entries = batch.map(({ handle: ReceiptHandle }, at) => ({
        ...{ Id: String(at), ReceiptHandle, VisibilityTimeout: 0 },
      }))
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))
    }
  }
  return {
    async depth() {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
      const found = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }))
      const [waiting, taken] = AttributeNames.map((name) => Number(found.Attributes?.[name] ?? 0))
      return { waiting: waiting ?? 0, taken: taken ?? 0 }
    },
    async peek() {
      const letters = await take('look')
      await putBack(letters)
      return letters
    },
    take,
    putBack,
    async sendAgain(letters) {
      const sent: DeadLetter[] = []
      for (const batch of inBatches(letters)) sent.push(...(await sendBatch(batch)))
      return sent
    },
  }
}
