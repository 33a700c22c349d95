import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Instance, instance } from '../fixture/instance.ts'
import { BUCKET, bytes, LEAST, MOST, postingTo, refusal } from './posting.ts'

const MINUTE = 60_000

let local: Instance
let to: ReturnType<typeof postingTo>
beforeAll(async () => {
  local = await instance()
  to = postingTo(local)
})
afterAll(async () => {
  await local.stop()
  expect(local.faults.filter((line) => !String(line).includes('limited was refused a call'))).toEqual([])
})

describe('M3 a file that a browser posts', () => {
  it('goes to the address of the engine, is kept as it came, and answered as S3 answers', async () => {
    const allowed = await to.allowed('in/1')
    expect(allowed.url).toBe(`${local.engine.url}/_s3/${BUCKET}`)
    const file = bytes(300)
    const answer = await to.post(allowed, file)
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(answer.headers.get('location')).toBe(`${allowed.url}/in%2F1`)
    const { result } = await local.store('getFile=in/1')
    expect(result?.found).toMatchObject({ bytes: Buffer.from(file).toString('base64') })
    const etag = answer.headers.get('etag')?.replaceAll('"', '')
    expect(await to.found('in/1')).toMatchObject({ etag, size: 300 })
    expect(await local.store(`getFile=in/1,${etag}`)).toEqual({ ok: true, result })
    expect(await local.store('getFile=in/1,0123')).toEqual({ ok: true, result: {} })
    expect(await local.store('removeFile=in/1&getFile=in/1')).toEqual({ ok: true, result: {} })
  })

  it('is told to the queue of the template as S3 tells it, by the clock of the engine', async () => {
    await local.engine.advance(72 * 60 * MINUTE)
    const name = 'in/ä b+c'
    const key = 'in/%C3%A4+b%2Bc'
    const before = local.engine.now()
    const { headers } = await to.post(await to.allowed(name), bytes(20))
    await to.post(await to.allowed(name), bytes(21))
    const [first, second] = to.events(key).map((event) => JSON.parse(JSON.stringify(event)))
    expect(first).toMatchObject({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'us-east-1',
      eventName: 'ObjectCreated:Post',
      s3: {
        s3SchemaVersion: '1.0',
        bucket: { name: BUCKET, arn: `arn:aws:s3:::${BUCKET}` },
        object: { key, size: 20, eTag: headers.get('etag')?.replaceAll('"', '') },
      },
    })
    const at = Date.parse(first.eventTime)
    expect([at >= before, at <= local.engine.now()]).toEqual([true, true])
    expect(first.s3.object.sequencer).toMatch(/^[0-9A-F]{18}$/)
    expect(second.s3.object.sequencer > first.s3.object.sequencer).toBe(true)
  })

  it('of another beginning than the template says is told to nobody', async () => {
    expect((await to.post(await to.allowed('other/1'))).status).toBe(204)
    expect(to.events('other/1')).toEqual([])
    expect(await to.found('other/1')).toMatchObject({ size: LEAST })
  })

  it.each([
    [LEAST - 1, '400 EntityTooSmall: Your proposed upload is smaller than the minimum allowed size'],
    [0, '400 EntityTooSmall: Your proposed upload is smaller than the minimum allowed size'],
    [MOST + 1, '400 EntityTooLarge: Your proposed upload exceeds the maximum allowed size'],
    [5_000_000, '400 EntityTooLarge: Your proposed upload exceeds the maximum allowed size'],
  ])('of %i bytes is refused by its length', async (length, told) => {
    const name = `in/of-${length}`
    const answer = await to.post(await to.allowed(name), bytes(length))
    expect(refusal(answer)).toBe(told)
    expect(answer.text).toContain(`<ProposedSize>${length}</ProposedSize>`)
    expect([await to.found(name), to.events(name)]).toEqual([undefined, []])
  })

  it.each([LEAST, MOST])('of %i bytes is taken', async (length) => {
    const name = `in/of-${length}`
    expect((await to.post(await to.allowed(name), bytes(length))).status).toBe(204)
    expect(await to.found(name)).toMatchObject({ size: length })
    expect(to.events(name)).toHaveLength(1)
  })
})

describe('a form that the SDK signed', () => {
  it('is taken, under a key of any form', async () => {
    expect((await to.post(await to.signedBySdk('in/実 1/%2F?'))).status).toBe(204)
    expect(await to.found('in/実 1/%2F?')).toMatchObject({ size: LEAST })
  })

  it.each([
    ['200', 200, ''],
    ['204', 204, ''],
    ['299', 204, ''],
  ])('is answered as it says: success_action_status %s', async (success_action_status, status, text) => {
    const answer = await to.post(await to.signedBySdk('in/status', { Fields: { success_action_status } }))
    expect([answer.status, answer.text]).toEqual([status, text])
  })

  it('is answered with a document where it says 201', async () => {
    const signed = await to.signedBySdk('in/201', { Fields: { success_action_status: '201' } })
    const { status, headers, text } = await to.post(signed)
    expect([status, headers.get('content-type')]).toEqual([201, 'application/xml'])
    const etag = headers.get('etag')
    expect(text).toContain(
      `<PostResponse><Location>${signed.url}/in%2F201</Location><Bucket>${BUCKET}</Bucket><Key>in/201</Key><ETag>${etag}</ETag>`,
    )
  })

  it('is refused where it asks for what this machine does not do', async () => {
    const signed = await to.signedBySdk('in/acl', { Fields: { acl: 'private' } })
    expect(refusal(await to.post(signed))).toBe(
      '501 NotImplemented: The engine on this machine does not know the field acl',
    )
    expect(await to.found('in/acl')).toBeUndefined()
  })
})

describe('a form that is not as it was allowed', () => {
  it('is refused once its time is over, by the clock of the engine', async () => {
    const allowed = await to.allowed('in/late')
    await local.engine.advance(5 * MINUTE)
    expect(refusal(await to.post(allowed))).toBe('403 AccessDenied: Invalid according to Policy: Policy expired.')
    expect(await to.found('in/late')).toBeUndefined()
  })

  it.each([
    ['key', 'in/other', 'Policy Condition failed: ["eq", "$key", "in/changed"]'],
    ['Content-Type', 'text/html', 'Policy Condition failed: ["eq", "$content-type", "image/png"]'],
    ['acl', 'public-read', 'Extra input fields: acl'],
    ['x-amz-meta-a', 'b', 'Extra input fields: x-amz-meta-a'],
  ])('is refused: other %s', async (field, value, told) => {
    const { url, fields } = await to.allowed('in/changed')
    const answer = await to.post({ url, fields: { ...fields, [field]: value } })
    expect(refusal(answer)).toBe(`403 AccessDenied: Invalid according to Policy: ${told}`)
    expect([await to.found('in/changed'), await to.found('in/other')]).toEqual([undefined, undefined])
  })

  it('is refused where another signed it, or a function that is not there', async () => {
    const { url, fields } = await to.allowed('in/signed')
    const wrong = { ...fields, 'x-amz-signature': '0'.repeat(64) }
    expect(refusal(await to.post({ url, fields: wrong }))).toMatch(/^403 SignatureDoesNotMatch: The request signature/)
    const nobody = { ...fields, 'x-amz-credential': fields['x-amz-credential']?.replace('store', 'nobody') ?? '' }
    expect(refusal(await to.post({ url, fields: nobody }))).toMatch(/^403 InvalidAccessKeyId: /)
    expect(await to.found('in/signed')).toBeUndefined()
  })

  it('is refused where the role of the function that signed it does not allow it', async () => {
    const outside = refusal(await to.post(await to.allowed('other/2', 'limited')))
    const user = 'User: arn:aws:sts::000000000000:assumed-role/fixture-sandbox-app-LittleRole/fixture-sandbox-limited'
    expect(outside).toBe(
      `403 AccessDenied: ${user} is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::${BUCKET}/other/2 because no identity-based policy allows the s3:PutObject action`,
    )
    // S3 would encrypt it in the name of that function, which may not use the key.
    const unencrypted = refusal(await to.post(await to.allowed('in/3', 'limited')))
    expect(unencrypted).toContain('is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:')
    expect(local.engine.refusals().filter((one) => one.startsWith('limited'))).toHaveLength(2)
    expect([await to.found('other/2'), await to.found('in/3')]).toEqual([undefined, undefined])
  })
})
