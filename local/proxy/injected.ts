import * as z from 'zod/mini'
import type { RawAnswer } from '../aws-json.ts'
import { awsError } from './aws-answer.ts'
import type { WireCall } from './call.ts'

const transaction = z.object({ TransactItems: z.array(z.unknown()) })

/** The answer DynamoDB gives when another transaction holds an item of this write. */
export const conflictAnswer = ({ operation, body }: WireCall): RawAnswer => {
  if (operation !== 'TransactWriteItems') {
    return awsError('dynamodb', 'TransactionConflictException', 'Transaction is ongoing for the item')
  }
  const { TransactItems } = z.parse(transaction, JSON.parse(body.toString()))
  const reasons = TransactItems.map((_, at) =>
    at === 0 ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  )
  const codes = reasons.map(({ Code }) => Code).join(', ')
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  return awsError('dynamodb', 'TransactionCanceledException', message, { CancellationReasons: reasons })
}

/** The answer of a service that is asked too often; the SDK tries again by itself. */
export const throttledAnswer = ({ service }: WireCall): RawAnswer =>
  awsError(service, 'ThrottlingException', 'Rate exceeded')
