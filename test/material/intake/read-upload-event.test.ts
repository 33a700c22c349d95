import { describe, expect, it } from 'vitest'
import { readUploadEvent } from '../../../functions/material/intake/read-upload-event.ts'
import { postedEvent } from '../../../local/uploads/object-event.ts'

const BUCKET = 'intake'
const ID = '0193a1b2c3d4e5f60718293a4b5c6d7e'
const OTHER = '0193a1b2c3d4e5f60718293a4b5c6d7f'
const read = readUploadEvent(BUCKET)

/** As the documentation of S3 has it. */
const recordOf = (key: string, more: { bucket?: string; eventName?: string; eventSource?: string } = {}) => ({
  eventVersion: '2.1',
  eventSource: more.eventSource ?? 'aws:s3',
  awsRegion: 'cn-north-1',
  eventTime: '2026-11-20T04:00:00.000Z',
  eventName: more.eventName ?? 'ObjectCreated:Post',
  userIdentity: { principalId: 'AWS:AROAEXAMPLE:material-open' },
  requestParameters: { sourceIPAddress: '203.0.113.9' },
  responseElements: {
    'x-amz-request-id': 'C3D13FE58DE4C810',
    'x-amz-id-2': 'FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S/JR',
  },
  s3: {
    s3SchemaVersion: '1.0',
    configurationId: 'uploads',
    bucket: {
      name: more.bucket ?? BUCKET,
      ownerIdentity: { principalId: 'A3NL1KOZZKExample' },
      arn: 'arn:aws-cn:s3:::intake',
    },
    object: { key, size: 1024, eTag: 'd41d8cd98f00b204e9800998ecf8427e', sequencer: '0055AED6DCD90281E5' },
  },
})
const pointer = (id: string) => ({ kind: 'material', id })

describe('a message of S3', () => {
  it('is read as the work on each file that was posted', () => {
    expect(read({ Records: [recordOf(`in/${ID}`)] })).toEqual([pointer(ID)])
    expect(read({ Records: [recordOf(`in/${ID}`), recordOf(`in/${OTHER}`)] })).toEqual([pointer(ID), pointer(OTHER)])
  })

  it('has its keys encoded, in whichever way that can be', () => {
    const spelt = [...ID].map((digit) => `%${digit.charCodeAt(0).toString(16)}`).join('')
    expect(read({ Records: [recordOf(`in%2F${ID}`), recordOf(`in/${spelt}`)] })).toEqual([pointer(ID), pointer(ID)])
  })

  it('is read of any bucket by whoever names none', () => {
    const elsewhere = { Records: [recordOf(`in/${ID}`, { bucket: 'intake-2' })] }
    expect([read(elsewhere), readUploadEvent()(elsewhere)]).toEqual([[], [pointer(ID)]])
  })

  it('is read as the engine on this machine writes it', () => {
    const by = { principal: 'store.1', now: 1_800_000_000_000 }
    const bucket = { nameOnAws: BUCKET, arn: `arn:aws:s3:::${BUCKET}`, region: 'us-east-1' }
    const event = postedEvent(bucket, { key: `in/${ID}`, size: 1, etag: 'e' }, by)
    expect(read(JSON.parse(JSON.stringify(event)))).toEqual([pointer(ID)])
  })

  it('that only tries the queue is work for nobody', () => {
    const tried = {
      Service: 'Amazon S3',
      Event: 's3:TestEvent',
      Time: '2026-11-20T04:00:00.000Z',
      Bucket: BUCKET,
      RequestId: '5582815E1AEA5ADF',
      HostId: '8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR+YstdA6Knx4Ip8EXAMPLE',
    }
    expect(read(tried)).toEqual([])
  })

  it.each<[string, unknown]>([
    ['another bucket', recordOf(`in/${ID}`, { bucket: 'intake-2' })],
    ['another name', recordOf(`kept/${ID}`)],
    ['a name of no file', recordOf('in/')],
    ['a name that is not encoded', recordOf(`in/${ID}%`)],
    ['a blank in a name', recordOf(`in/+${ID}`)],
    ['another event', recordOf(`in/${ID}`, { eventName: 'ObjectRemoved:Delete' })],
    ['another service', recordOf(`in/${ID}`, { eventSource: 'aws:sns' })],
    ['no record', null],
    ['a record without a file', { ...recordOf(`in/${ID}`), s3: {} }],
  ])('is work on nothing that is not ours: %s', (_what, record) => {
    expect(read({ Records: [record] })).toEqual([])
    expect(read({ Records: [record, recordOf(`in/${OTHER}`)] })).toEqual([pointer(OTHER)])
  })
})

describe('what is no message of S3', () => {
  it.each<[string, unknown]>([
    ['a pointer of our own', pointer(ID)],
    ['nothing', null],
    ['a text', 'Records'],
    ['records that are none', { Records: 'x' }],
    ['the test of another', { Service: 'Amazon SNS', Event: 's3:TestEvent' }],
  ])('is left to who reads pointers: %s', (_what, message) => {
    expect(read(message)).toBeUndefined()
  })
})
