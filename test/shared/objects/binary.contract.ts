import { beforeAll, describe, expect, it } from 'vitest'
import { SECOND } from '../../../shared/kernel/time.ts'
import { type BinaryObjects, TooBig } from '../../../shared/objects/binary.ts'

/** Every byte there is, twice: what is no text must come back as it went. */
const BYTES = Uint8Array.from({ length: 512 }, (_none, at) => at % 256)

/** What all files of bytes must do; `open` gives a place that is empty, and by which clock it keeps. */
export const binaryContract = (
  name: string,
  open: () => Promise<{ files: BinaryObjects; now: () => number }>,
): void => {
  let files: BinaryObjects
  let now: () => number
  beforeAll(async () => {
    const opened = await open()
    files = opened.files
    now = opened.now
  })
  const etagOf = async (file: string): Promise<string> => (await files.head(file))?.etag ?? expect.fail('not there')

  describe(name, () => {
    it('gives back what was put, and when', async () => {
      const before = now()
      await files.put('in/whole', BYTES, 'image/jpeg')
      const found = await files.get('in/whole')
      expect([...(found?.bytes ?? [])]).toEqual([...BYTES])
      expect(found?.at).toBeGreaterThan(before - SECOND)
      expect(found?.at).toBeLessThanOrEqual(now())
      expect(await files.head('in/whole')).toEqual({ etag: found?.etag, size: BYTES.length, at: found?.at })
    })

    it('holds no bytes of whoever put them: what they do to them later changes nothing', async () => {
      const mine = Uint8Array.of(1, 2, 3)
      await files.put('in/mine', mine, 'image/png')
      mine[0] = 9
      const found = await files.get('in/mine')
      found?.bytes.fill(7)
      expect([...((await files.get('in/mine'))?.bytes ?? [])]).toEqual([1, 2, 3])
    })

    it('keeps a file without bytes', async () => {
      await files.put('in/empty', new Uint8Array(), 'image/png')
      expect(await files.get('in/empty')).toMatchObject({ bytes: new Uint8Array() })
      expect(await files.head('in/empty')).toMatchObject({ size: 0 })
    })

    it('knows nothing of a file that is not there', async () => {
      expect([await files.get('in/none'), await files.head('in/none')]).toEqual([undefined, undefined])
      expect(await files.get('in/none', 'd41d8cd98f00b204e9800998ecf8427e')).toBeUndefined()
    })

    it('gives a file of that very etag, and none once another is in its place', async () => {
      await files.put('in/replaced', Uint8Array.of(1), 'image/png')
      const first = await etagOf('in/replaced')
      expect(first).toMatch(/^[0-9a-f]+$/)
      expect(await files.get('in/replaced', first)).toMatchObject({ bytes: Uint8Array.of(1), etag: first })
      await files.put('in/replaced', Uint8Array.of(2), 'image/png')
      expect(await files.get('in/replaced', first)).toBeUndefined()
      const second = await etagOf('in/replaced')
      expect(second).not.toBe(first)
      expect(await files.get('in/replaced', second)).toMatchObject({ bytes: Uint8Array.of(2) })
    })

    it('reads as many bytes as may be, and none of a file that has one more', async () => {
      await files.put('in/large', BYTES, 'image/png')
      expect((await files.get('in/large', undefined, BYTES.length))?.bytes).toHaveLength(BYTES.length)
      await expect(files.get('in/large', undefined, BYTES.length - 1)).rejects.toThrow(TooBig)
      // Whoever was refused may ask again.
      expect(await files.get('in/large')).toBeDefined()
    })

    it('removes a file, and one that is gone as well', async () => {
      await files.put('in/removed', BYTES, 'image/png')
      await files.put('in/removed-not', BYTES, 'image/png')
      await files.remove('in/removed')
      await files.remove('in/removed')
      expect(await files.head('in/removed')).toBeUndefined()
      expect(await files.head('in/removed-not')).toBeDefined()
    })
  })
}
