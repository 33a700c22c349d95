import { beforeAll, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import type { BinaryObjects, Upload, Uploads, UploadTerms } from '../../../shared/objects/binary.ts'

/** A place that files are uploaded to, with its own clock. */
export type UploadStage = {
  uploads: Uploads
  files: BinaryObjects
  now(): number
  /** Moves its clock forward. */
  pass(ms: number): void
  /** Posts a form with those fields and a file, as a browser does; answers the status. */
  post(upload: Upload, bytes: Uint8Array): Promise<number>
}

const LEAST = 10
const MOST = 1000
const LIFE = 5 * MINUTE

/** What all uploads must do. */
export const uploadsContract = (name: string, open: () => Promise<UploadStage>): void => {
  let stage: UploadStage
  beforeAll(async () => {
    stage = await open()
  })
  let count = 0
  const allowed = async (more: Partial<UploadTerms> = {}): Promise<Upload & { name: string }> => {
    count += 1
    const until = stage.now() + LIFE
    const terms = { name: `in/${count}`, type: 'image/png', leastBytes: LEAST, mostBytes: MOST, until, ...more }
    return { ...(await stage.uploads.allow(terms)), name: terms.name }
  }
  const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7)
  /** The status of a form with other fields, and whether the file is there then. */
  const posted = async ({ name: file, ...upload }: Upload & { name: string }, other: object, length = LEAST) => [
    await stage.post({ ...upload, fields: { ...upload.fields, ...other } }, bytes(length)),
    (await stage.files.head(file)) !== undefined,
  ]

  describe(name, () => {
    it('let a file in under the name it is for, and again while the time is not over', async () => {
      const upload = await allowed()
      expect(await posted(upload, {})).toEqual([204, true])
      expect((await stage.files.get(upload.name))?.bytes).toEqual(bytes(LEAST))
      expect(await posted(upload, {}, LEAST + 1)).toEqual([204, true])
      expect((await stage.files.get(upload.name))?.bytes).toEqual(bytes(LEAST + 1))
    })

    it.each([
      [LEAST - 1, 400],
      [LEAST, 204],
      [MOST, 204],
      [MOST + 1, 400],
      [0, 400],
    ])('take no more and no fewer bytes than were said: %i is %i', async (length, status) => {
      expect(await posted(await allowed(), {}, length)).toEqual([status, status === 204])
    })

    it('are good until their very time, and no longer', async () => {
      const upload = await allowed({ until: stage.now() + LIFE })
      stage.pass(LIFE - 10 * SECOND)
      expect(await posted(upload, {})).toEqual([204, true])
      const late = await allowed({ until: stage.now() + LIFE })
      stage.pass(LIFE)
      expect(await posted(late, {})).toEqual([403, false])
    })

    it.each([
      ['another name', { key: 'in/other' }],
      ['another type', { 'Content-Type': 'image/jpeg' }],
      ['no type', { 'Content-Type': '' }],
      ['a field more', { acl: 'public-read' }],
      ['a redirect', { success_action_redirect: 'https://example.com/' }],
    ])('are for nothing else: %s is refused', async (_what, other) => {
      expect(await posted(await allowed(), other)).toEqual([403, false])
      expect(await stage.files.head('in/other')).toBeUndefined()
    })

    it('are not joined: of two, the policy of one lets in nothing of the other', async () => {
      const [one, other] = [await allowed(), await allowed({ mostBytes: 2 * MOST })]
      expect(await posted(one, { policy: other.fields.policy }, MOST + 1)).toEqual([403, false])
    })
  })
}
