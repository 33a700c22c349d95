import * as z from 'zod/mini'
import type { RawAnswer } from '../aws-json.ts'
import { awsAnswer, awsError } from './aws-answer.ts'
import type { WireCall } from './call.ts'

const transaction = z.object({ TransactItems: z.array(z.unknown()) })

/** DynamoDB's answer to a transaction it did not perform, for a reason at one of its writes. */
const cancelledAnswer = ({ input }: WireCall, Code: string, Message: string): RawAnswer => {
  const { TransactItems } = z.parse(transaction, input)
  const reasons = TransactItems.map((_, at) => (at === 0 ? { Code, Message } : { Code: 'None' }))
  const codes = reasons.map((reason) => reason.Code).join(', ')
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  return awsError('dynamodb', 'TransactionCanceledException', message, { CancellationReasons: reasons })
}

/** The answer DynamoDB gives when another transaction holds an item of this write. */
export const conflictAnswer = (call: WireCall): RawAnswer => {
  const message = 'Transaction is ongoing for the item'
  return call.operation === 'TransactWriteItems'
    ? cancelledAnswer(call, 'TransactionConflict', message)
    : awsError('dynamodb', 'TransactionConflictException', message)
}

const batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) })

/** The answer of a service that is asked too often. A transaction is cancelled for it, and of many keys none are read. */
export const throttledAnswer = (call: WireCall): RawAnswer => {
  const { service, operation, input } = call
  if (operation === 'TransactWriteItems') return cancelledAnswer(call, 'ThrottlingError', 'Rate exceeded')
  if (operation === 'BatchGetItem') {
    const { RequestItems } = z.parse(batch, input)
    return awsAnswer('dynamodb', { Responses: {}, UnprocessedKeys: RequestItems })
  }
  return awsError(service, 'ThrottlingException', 'Rate exceeded')
}
