import { randomUUID } from 'node:crypto'
import { type Millis, rfc3339 } from '../../shared/kernel/time.ts'
import type { BucketSpec } from '../template/buckets.ts'

/** A file that somebody has posted. */
type Object = { key: string; size: number; etag: string }

/** More than can come in one millisecond. */
const PER_MS = 0x10_000

let last = 0

/** Grows with each event: so S3 lets events of one file be put in order. */
const sequencer = (now: Millis): string => {
  last = Math.max(last + 1, now * PER_MS)
  return last.toString(16).toUpperCase().padStart(18, '0')
}

/** As in a form: a blank is a plus. */
const encoded = (key: string): string => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/')

/** What S3 sends to a queue about a file that was posted; etags have no quotation marks there. */
export const postedEvent = (
  { nameOnAws, arn, region }: Pick<BucketSpec, 'nameOnAws' | 'arn' | 'region'>,
  { key, size, etag }: Object,
  { principal, now }: { principal: string; now: Millis },
): object => ({
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: rfc3339(now),
      eventName: 'ObjectCreated:Post',
      userIdentity: { principalId: `AWS:${principal}` },
      requestParameters: { sourceIPAddress: '198.51.100.1' },
      responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': randomUUID() },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'local',
        bucket: { name: nameOnAws, ownerIdentity: { principalId: 'local' }, arn },
        object: { key: encoded(key), size, eTag: etag, sequencer: sequencer(now) },
      },
    },
  ],
})
