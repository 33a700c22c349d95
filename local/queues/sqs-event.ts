import type { EventSourceSpec } from '../template/queues.ts'
import type { Message } from './queue-server.ts'

const attributes = ({ MessageAttributes }: Message): object =>
  Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        dataType: DataType,
        stringValue: StringValue,
        binaryValue: BinaryValue,
        stringListValues: [],
        binaryListValues: [],
      },
    ]),
  )

/** The event a function gets for messages of a queue. */
export const sqsEvent = (source: EventSourceSpec, messages: readonly Message[]): object => ({
  Records: messages.map((message) => ({
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: attributes(message),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: source.queueArn,
    awsRegion: source.region,
  })),
})
