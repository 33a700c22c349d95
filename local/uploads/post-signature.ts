import { createHmac } from 'node:crypto'
import type { Credentials } from '../functions/credentials.ts'
import type { PostFields } from './post-form.ts'
import { accessDenied, invalidArgument, missingField, PostRefusal } from './post-refusal.ts'

const CREDENTIAL = /^([^/]+)\/((\d{8})\/([^/]+)\/s3\/aws4_request)$/

/** SigV4, written here once more: what signs and what verifies must not be wrong together. */
const signatureOver = (text: string, scope: readonly string[], secret: string): string => {
  let key: string | Buffer = `AWS4${secret}`
  for (const part of [...scope, 's3', 'aws4_request', text]) key = createHmac('sha256', key).update(part).digest()
  return Buffer.from(key).toString('hex')
}

const mismatch = (): PostRefusal =>
  new PostRefusal(
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  )

const scopeIn = (fields: PostFields, region: string) => {
  const [, accessKeyId = '', , date = '', signedFor = ''] = CREDENTIAL.exec(fields.get('x-amz-credential') ?? '') ?? []
  if (accessKeyId === '') throw invalidArgument('The credential is malformed.', 'X-Amz-Credential')
  if (signedFor !== region)
    throw new PostRefusal(
      'AuthorizationHeaderMalformed',
      400,
      `The authorization header is malformed; the region '${signedFor}' is wrong; expecting '${region}'`,
      { Region: region },
    )
  return { accessKeyId, date }
}

const FIELDS = ['x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-signature']

const assertComplete = (fields: PostFields): void => {
  // Nobody may put anything into a bucket of ours without being named.
  if (!fields.has('policy') && !fields.has('x-amz-signature')) throw accessDenied('Access Denied')
  for (const name of ['policy', ...FIELDS]) if (!fields.has(name)) throw missingField(name)
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256')
    throw invalidArgument('Only AWS4-HMAC-SHA256 is supported', 'X-Amz-Algorithm')
}

/**
 * Whose key signed the policy of a form, and for that region. `credentialsOf` answers undefined for a key that nobody has. Throws a PostRefusal
 * where it is another signature, or there is none.
 */
export const signerOf = (
  fields: PostFields,
  region: string,
  credentialsOf: (accessKeyId: string) => Credentials | undefined,
): string => {
  assertComplete(fields)
  const { accessKeyId, date } = scopeIn(fields, region)
  const credentials = credentialsOf(accessKeyId)
  if (!credentials)
    throw new PostRefusal(
      'InvalidAccessKeyId',
      403,
      'The AWS Access Key Id you provided does not exist in our records.',
    )
  if (fields.get('x-amz-security-token') !== credentials.sessionToken)
    throw new PostRefusal('InvalidToken', 400, 'The provided token is malformed or otherwise invalid.')
  const signature = signatureOver(fields.get('policy') ?? '', [date, region], credentials.secretAccessKey)
  if (fields.get('x-amz-signature') !== signature || !fields.get('x-amz-date')?.startsWith(date)) throw mismatch()
  return accessKeyId
}
