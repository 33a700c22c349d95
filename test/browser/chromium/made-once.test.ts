import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeOnce } from './made-once.ts'

describe('a folder that is made once', () => {
  let place: string
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'shiming-once-'))
  })
  afterAll(() => rm(place, { recursive: true }))

  const making = (text: string) => async (fresh: string) => writeFile(join(fresh, 'made'), text)

  it('is as the first one made it, also for those who ask at the same time', async () => {
    const folder = join(place, 'shared')
    expect(await Promise.all(['a', 'b'].map((text) => madeOnce(folder, making(text))))).toEqual([folder, folder])
    const made = await readFile(join(folder, 'made'), 'utf8')
    await madeOnce(folder, making('later'))
    expect(await readFile(join(folder, 'made'), 'utf8')).toBe(made)
  })

  it('does not appear where making it fails, and is made the next time', async () => {
    const folder = join(place, 'half')
    const fail = async (fresh: string) => {
      await making('half')(fresh)
      throw new Error('no space left')
    }
    await expect(madeOnce(folder, fail)).rejects.toThrow('no space left')
    await madeOnce(folder, making('whole'))
    expect(await readFile(join(folder, 'made'), 'utf8')).toBe('whole')
  })
})
