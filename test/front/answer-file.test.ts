import { describe, expect, it } from 'vitest'
import { answerFile, type BuiltFile } from '../../functions/front/answer-file.ts'

const fileRead: string[] = []
const file: BuiltFile = {
  hash: 'abc',
  async read(encoding) {
    fileRead.push(encoding)
    return Buffer.from(encoding)
  },
}
const MORE = { 'content-type': 'application/json', 'cache-control': 'public, no-cache' }

describe('a file', () => {
  it('is answered in the smallest form its caller takes, with its tag', async () => {
    expect(await answerFile(file, { 'accept-encoding': 'gzip, br' }, MORE)).toEqual({
      status: 200,
      bytes: Buffer.from('br'),
      headers: {
        ...MORE,
        etag: 'W/"abc"',
        vary: 'accept-encoding',
        'content-encoding': 'br',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  it('says nothing of an encoding where it has none', async () => {
    const { headers = {}, bytes } = await answerFile(file, {}, MORE)
    expect(Object.keys(headers)).not.toContain('content-encoding')
    expect(bytes).toEqual(Buffer.from('identity'))
  })

  it('is not read for whoever has it, and what they keep stays good', async () => {
    fileRead.length = 0
    expect(await answerFile(file, { 'if-none-match': 'W/"abc"', 'accept-encoding': 'br' }, MORE)).toEqual({
      status: 304,
      headers: { 'cache-control': 'public, no-cache', etag: 'W/"abc"', vary: 'accept-encoding' },
    })
    expect(fileRead).toEqual([])
  })
})
