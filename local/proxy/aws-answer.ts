import type { RawAnswer } from '../aws-json.ts'

export type Service = 'dynamodb' | 'sqs' | 'kms' | 'secretsmanager'

const VERSION: Record<Service, string> = { dynamodb: '1.0', sqs: '1.0', kms: '1.1', secretsmanager: '1.1' }

/** An answer in the JSON protocol of the service. */
export const awsAnswer = (service: Service, output: unknown, status = 200): RawAnswer => ({
  status,
  headers: { 'content-type': `application/x-amz-json-${VERSION[service]}` },
  body: Buffer.from(JSON.stringify(output)),
})

/** An error as the SDK reads it; `type` is the name of its exception. */
export const awsError = (service: Service, type: string, message: string, more: object = {}, status = 400): RawAnswer =>
  awsAnswer(service, { __type: `com.amazonaws.${service}#${type}`, message, Message: message, ...more }, status)

/** What an operation of ours throws to be refused. */
export class AwsRefusal extends Error {
  override readonly name = 'AwsRefusal'
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}
