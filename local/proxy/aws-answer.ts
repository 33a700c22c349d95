import type { RawAnswer } from '../aws-json.ts'

export type Service = 'dynamodb' | 'sqs' | 'kms' | 'secretsmanager' | 'monitoring' | 's3'

type JsonService = Exclude<Service, 's3'>

const VERSION: Record<JsonService, string> = {
  dynamodb: '1.0',
  sqs: '1.0',
  kms: '1.1',
  secretsmanager: '1.1',
  monitoring: '1.0',
}

/** An answer in the JSON protocol of the service. */
export const awsAnswer = (service: JsonService, output: unknown, status = 200): RawAnswer => ({
  status,
  headers: { 'content-type': `application/x-amz-json-${VERSION[service]}` },
  body: Buffer.from(JSON.stringify(output)),
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** `<Code>…</Code>` for each member. */
const elements = (of: Readonly<Record<string, string>>): string =>
  Object.entries(of)
    .map(([name, text]) => `<${name}>${escaped(text)}</${name}>`)
    .join('')

/** A document of S3, whose protocol is XML. */
export const s3Document = (name: string, of: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<${name}>${elements(of)}</${name}>`)

/** An error of S3; `more`: what it says besides code and message. */
export const s3Error = (
  type: string,
  message: string,
  status: number,
  more: Readonly<Record<string, string>> = {},
): RawAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: s3Document('Error', { Code: type, Message: message, ...more }),
})

/** An error as the SDK reads it; `type` is the name of its exception. */
export const awsError = (
  service: Service,
  type: string,
  message: string,
  more: object = {},
  status = 400,
): RawAnswer => {
  if (service === 's3') return s3Error(type, message, status)
  return awsAnswer(service, { __type: `com.amazonaws.${service}#${type}`, message, Message: message, ...more }, status)
}

/** The answer to a call that its caller may not make; SQS has another status and another name for it. */
export const awsDenial = (service: Service, message: string): RawAnswer => {
  if (service === 's3') return s3Error('AccessDenied', message, 403)
  const output = { __type: 'com.amazon.coral.service#AccessDeniedException', message, Message: message }
  if (service !== 'sqs') return awsAnswer(service, output, 400)
  const answer = awsAnswer(service, output, 403)
  return { ...answer, headers: { ...answer.headers, 'x-amzn-query-error': 'AccessDenied;Sender' } }
}

/** What an operation of ours throws to be refused. */
export class AwsRefusal extends Error {
  override readonly name = 'AwsRefusal'
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}
