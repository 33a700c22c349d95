import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readUses } from '../../permissions/use-lines.ts'
import { type Instance, instance } from '../fixture/instance.ts'
import { BUCKET, postingTo } from '../uploads/posting.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiming-object-uses-'))
const useFile = join(folder, 'uses.jsonl')
let local: Instance
beforeAll(async () => {
  local = await instance({ useFile })
  await local.store('putFile=in/there&putFile=out/there')
})
afterAll(async () => {
  await local.stop()
  rmSync(folder, { recursive: true })
})

const ARN = `arn:aws:s3:::${BUCKET}`
const refused = (what: string) => ({ ok: false, status: 403, message: expect.stringContaining(` perform: ${what}`) })

describe('files', () => {
  it.each([
    ['is put by a form alone', 'putFile=in/new', `s3:PutObject on resource: ${ARN}/in/new`],
    ['is read where it may be read', 'getFile=out/there', `s3:GetObject on resource: ${ARN}/out/there`],
    ['is read by whom S3 may decrypt it for', 'getFile=in/there', 'kms:Decrypt on resource: arn:aws:kms:us-east-1:'],
    ['is not removed by whom may read it', 'removeFile=in/there', `s3:DeleteObject on resource: ${ARN}/in/there`],
  ])('one %s', async (_what, step, told) => {
    expect(await local.limited(step)).toMatchObject(refused(told))
  })

  it('are known to whoever may read them, which asks for no key', async () => {
    expect(await local.limited('headFile=in/there')).toMatchObject({ ok: true, result: { found: { size: 8 } } })
  })

  it('are said to be missing only to who may list the bucket', async () => {
    expect(await local.store('getFile=in/none&headFile=in/none')).toEqual({ ok: true, result: {} })
    expect(await local.limited('headFile=in/none')).toMatchObject({ ok: false, status: 403 })
    const decrypting = local.engine.refusals().filter((one) => one.includes('s3:ListBucket'))
    expect(decrypting).toEqual([expect.stringContaining(`perform: s3:ListBucket on resource: ${ARN} because`)])
  })

  it('leave a note of what each permission was used for, that of S3 for a function as well', async () => {
    const to = postingTo(local)
    await to.post(await to.allowed('in/used'))
    await local.store('getFile=in/used&removeFile=in/used')
    const used = readUses(readFileSync(useFile, 'utf8')).flatMap((one) =>
      one.fn === 'limited' && 'used' in one && /s3:|kms:/.test(one.used) ? [one.used] : [],
    )
    // It only asked what is known of a file.
    expect(used).toEqual([`s3:GetObject ${ARN}/in/*`])
  })
})
