import { afterAll } from 'vitest'
import { s3Binary } from '../../../shared/objects/s3-binary.ts'
import { s3Uploads } from '../../../shared/objects/s3-uploads.ts'
import { bucket, s3Here, signer } from '../../local/objects/s3-here.ts'
import { binaryContract } from './binary.contract.ts'
import { formOf } from './post-form.ts'
import { uploadsContract } from './uploads.contract.ts'

const here = s3Here()
afterAll(async () => (await here).stop())

binaryContract('files in S3', async () => {
  const { client, clock } = await here
  return { files: s3Binary({ client, bucket: bucket.nameOnAws }), now: clock.now }
})

uploadsContract('uploads into S3', async () => {
  const { client, clock, url } = await here
  const place = { url, bucket: bucket.nameOnAws, region: bucket.region }
  return {
    uploads: s3Uploads({ ...place, signer: () => signer, clock }),
    files: s3Binary({ client, bucket: bucket.nameOnAws }),
    now: clock.now,
    pass: clock.advance,
    post: async (upload, bytes) => {
      const answer = await fetch(upload.url, { method: 'POST', body: formOf(upload, bytes) })
      await answer.bytes()
      return answer.status
    },
  }
})
