import { S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { type Signer, s3Uploads, signatureOf } from '../../../shared/objects/s3-uploads.ts'

const NOW = Date.UTC(2026, 10, 20, 4, 5, 6, 789)
const REGION = 'cn-north-1'
const BUCKET = 'intake'
const terms = { name: 'in/1', type: 'image/jpeg', leastBytes: 1, mostBytes: 10_000_000, until: NOW + 5 * MINUTE }
const lasting = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
/** As Lambda has them. */
const passing = { ...lasting, sessionToken: 'IQoJb3JpZ2luX2VjEJr//////////wEaDm==' }

const ours = async (signer: Signer, now = NOW) => {
  const place = { url: 'https://intake.example', bucket: BUCKET, region: REGION }
  return s3Uploads({ ...place, signer: () => signer, clock: { now: () => now } }).allow(terms)
}

type Fields = Readonly<Record<string, string>>
const lower = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))

const policyIn = (fields: Fields): { expiration: string; conditions: (object | unknown[])[] } =>
  JSON.parse(Buffer.from(lower(fields).policy ?? '', 'base64').toString())

/** Each condition as `field=value`, in one order. */
const conditionsIn = (fields: Fields): string[] =>
  policyIn(fields)
    .conditions.map((one) => (Array.isArray(one) ? one.join('=') : Object.entries(one).flat().join('=')))
    .map((text) => text.replace(/^[^=]+/, (name) => name.toLowerCase()))
    .toSorted()

describe.each([
  ['with a session token, as Lambda gives it', passing],
  ['without one', lasting],
])('the form of the SDK %s', (_what, credentials) => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const theirs = () =>
    createPresignedPost(new S3Client({ region: REGION, credentials }), {
      Bucket: BUCKET,
      Key: terms.name,
      Fields: { 'Content-Type': terms.type },
      Conditions: [['content-length-range', terms.leastBytes, terms.mostBytes]],
      Expires: 300,
    })

  it('has the same fields as ours, but for the policy and what signs it', async () => {
    const { bucket, policy, 'x-amz-signature': signature, ...fields } = lower((await theirs()).fields)
    const { policy: ourPolicy, 'x-amz-signature': ourSignature, ...ourFields } = lower((await ours(credentials)).fields)
    expect(ourFields).toEqual(fields)
    expect([bucket, ourPolicy !== policy, ourSignature !== signature]).toEqual([BUCKET, true, true])
  })

  it('has a policy of the same conditions, no more and no fewer, that ends at the same second', async () => {
    const [{ fields }, { fields: ourFields }] = [await theirs(), await ours(credentials)]
    expect(conditionsIn(ourFields)).toEqual(conditionsIn(fields))
    const ends = [policyIn(ourFields), policyIn(fields)].map(({ expiration }) => Date.parse(expiration))
    expect(ends[0]).toBe(NOW + 5 * MINUTE)
    expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0))).toBeLessThan(1000)
  })

  it('is signed as ours is: the same text has the same signature', async () => {
    const { policy = '', ...fields } = lower((await theirs()).fields)
    const scope = fields['x-amz-credential']?.replace(/^[^/]+\//, '') ?? ''
    expect(scope).toBe('20261120/cn-north-1/s3/aws4_request')
    expect(signatureOf(policy, scope, credentials.secretAccessKey)).toBe(fields['x-amz-signature'])
    const { fields: our } = await ours(credentials)
    expect(our['x-amz-signature']).toBe(signatureOf(our.policy ?? '', scope, credentials.secretAccessKey))
  })
})

describe('a form of ours', () => {
  it('is posted to the address of the bucket, with these fields', async () => {
    const { url, fields } = await ours(passing)
    expect(url).toBe('https://intake.example')
    expect(fields).toEqual({
      key: 'in/1',
      'Content-Type': 'image/jpeg',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': 'AKIDEXAMPLE/20261120/cn-north-1/s3/aws4_request',
      'x-amz-date': '20261120T040506Z',
      'x-amz-security-token': passing.sessionToken,
      policy: expect.stringMatching(/^[\w+/=]+$/),
      'x-amz-signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('has a policy that names every field, the bucket and the size, and nothing by its beginning', async () => {
    const { fields } = await ours(passing)
    const { expiration, conditions } = policyIn(fields)
    expect(expiration).toBe('2026-11-20T04:10:06.789Z')
    const { policy: _policy, 'x-amz-signature': _signature, ...pinned } = fields
    expect(conditions).toEqual([
      { bucket: BUCKET },
      ['content-length-range', 1, 10_000_000],
      ...Object.entries(pinned).map(([name, value]) => ({ [name]: value })),
    ])
  })

  it('is signed by the day on which it is made', async () => {
    const [one, other] = [await ours(passing), await ours(passing, NOW + 24 * 60 * MINUTE)]
    expect(other.fields['x-amz-credential']).toBe('AKIDEXAMPLE/20261121/cn-north-1/s3/aws4_request')
    expect(one.fields['x-amz-signature']).not.toBe(other.fields['x-amz-signature'])
  })
})
