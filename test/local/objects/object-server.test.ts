import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Objects } from '../../../shared/objects/objects.ts'
import { s3Objects } from '../../../shared/objects/s3.ts'
import { bucket, s3Here } from './s3-here.ts'

/** One page of a list has a thousand. */
const MANY = 1003

let here: Awaited<ReturnType<typeof s3Here>>
let objects: Objects
beforeAll(async () => {
  here = await s3Here()
  objects = s3Objects({ client: here.client, bucket: bucket.nameOnAws })
})
afterAll(async () => {
  await here.stop()
})

describe('M3 files on this machine', () => {
  it('are put once: who comes second is told, and changes nothing', async () => {
    const names = ['roots/20261120.jsonl', 'roots/20261120.jsonl']
    const put = await Promise.all(names.map((name, at) => objects.putNew(name, `第${at}`)))
    expect(put.toSorted()).toEqual(['exists', 'stored'])
    expect(await objects.get('roots/20261120.jsonl')).toBe(`第${put.indexOf('stored')}`)
    expect(await objects.get('roots/20261121.jsonl')).toBeUndefined()
  })

  it('are all listed, in order, however many pages that takes', async () => {
    const names = Array.from({ length: MANY }, (_none, at) => `many/${String(at).padStart(5, '0')}`)
    for (const name of names.toReversed()) await objects.putNew(name, name)
    expect(await objects.names('many/')).toEqual(names)
    expect(await objects.names('roots/')).toEqual(['roots/20261120.jsonl'])
    expect(Object.keys(await here.files())).toHaveLength(MANY + 1)
  })

  it('are there for the next engine, and taken for it as well', async () => {
    const before = await here.files()
    await here.startAgain()
    expect(await here.files()).toEqual(before)
    expect(await objects.putNew('roots/20261120.jsonl', 'another')).toBe('exists')
  })

  it('are gone when everything is cleared', async () => {
    await here.clear()
    expect(await here.files()).toEqual({})
    expect(await objects.names('')).toEqual([])
  })
})
