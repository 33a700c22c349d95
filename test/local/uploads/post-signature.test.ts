import { S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { beforeAll, describe, expect, it } from 'vitest'
import { credentialsOf, functionHolding } from '../../../local/functions/credentials.ts'
import { PostRefusal } from '../../../local/uploads/post-refusal.ts'
import { signerOf } from '../../../local/uploads/post-signature.ts'

const REGION = 'us-east-1'
const own = credentialsOf('material-open.2')

/** Signed by the SDK, and not by what is tried here. */
let signed: Record<string, string>
beforeAll(async () => {
  const client = new S3Client({ region: REGION, credentials: own })
  const { fields } = await createPresignedPost(client, { Bucket: 'intake', Key: 'in/1' })
  signed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
})

const held = (accessKeyId: string) => (accessKeyId === own.accessKeyId ? own : undefined)

const answer = (changes: Record<string, string | undefined>, region = REGION): string => {
  const fields = Object.entries({ ...signed, ...changes }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  try {
    return signerOf(new Map(fields), region, held)
  } catch (error) {
    if (error instanceof PostRefusal) return `${error.status} ${error.code}`
    throw error
  }
}

describe('a form that the SDK signed', () => {
  it('is known by the key of the worker that signed it', () => {
    expect(answer({})).toBe('material-open.2')
    expect(functionHolding(answer({}))).toBe('material-open')
  })

  it('is signed with a session token, as Lambda has it', () => {
    expect(signed['x-amz-security-token']).toBe(own.sessionToken)
    expect(answer({ 'x-amz-security-token': undefined })).toBe('400 InvalidToken')
    expect(answer({ 'x-amz-security-token': credentialsOf('material-open.3').sessionToken })).toBe('400 InvalidToken')
  })

  it('is refused after any change of what was signed', () => {
    const policy = Buffer.from(signed.policy ?? '', 'base64').toString()
    const longer = Buffer.from(policy.replace('in/1', 'in/2')).toString('base64')
    expect(longer).not.toBe(signed.policy)
    expect(answer({ policy: longer })).toBe('403 SignatureDoesNotMatch')
    expect(answer({ 'x-amz-signature': signed['x-amz-signature']?.replace(/.$/, 'x') })).toBe(
      '403 SignatureDoesNotMatch',
    )
    expect(answer({ 'x-amz-signature': '' })).toBe('403 SignatureDoesNotMatch')
    expect(answer({ 'x-amz-date': '20200101T000000Z' })).toBe('403 SignatureDoesNotMatch')
    const elsewhen = signed['x-amz-credential']?.replace(/\/\d{8}\//, '/20200101/')
    expect(answer({ 'x-amz-credential': elsewhen })).toBe('403 SignatureDoesNotMatch')
  })

  it('is refused under a key that nobody has, or for another region', () => {
    const other = signed['x-amz-credential']?.replace('material-open.2', 'material-open.9')
    expect(answer({ 'x-amz-credential': other })).toBe('403 InvalidAccessKeyId')
    expect(answer({}, 'cn-north-1')).toBe('400 AuthorizationHeaderMalformed')
  })

  it.each(['policy', 'x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-signature'])(
    'is refused without its field %s',
    (name) => {
      expect(answer({ [name]: undefined })).toBe('400 InvalidArgument')
    },
  )

  it('is refused by another algorithm, and with a credential of no form', () => {
    expect(answer({ 'x-amz-algorithm': 'AWS4-ECDSA-P256-SHA256' })).toBe('400 InvalidArgument')
    for (const credential of ['', 'a/b', 'material-open.2/20261120/us-east-1/sqs/aws4_request'])
      expect(answer({ 'x-amz-credential': credential })).toBe('400 InvalidArgument')
  })

  it('is denied where nobody signed it: no bucket here is open to all', () => {
    expect(answer({ policy: undefined, 'x-amz-signature': undefined })).toBe('403 AccessDenied')
  })
})
