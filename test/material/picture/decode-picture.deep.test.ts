import { describe, expect, it } from 'vitest'
import { decodePicture } from '../../../functions/material/picture/decode-picture.ts'
import { openVips } from '../../../functions/material/picture/open-vips.ts'
import type { SentPicture } from '../../../functions/material/picture/picture.ts'
import { goodPicture } from '../good-picture.ts'
import { hostilePictures } from '../hostile-pictures.ts'
import { outcome } from '../picture-stage.ts'
import { squares } from '../png-bytes.ts'
import { TERMS } from '../terms.ts'

const MB = 1_000_000

/** What a memory of the library may come to: half of what the function of intake has. How many of its threads are busy at once is for the machine to say. */
const MOST = 850 * MB

type WebAssemblyMemory = { buffer: { byteLength: number } }
type Namespace = { Memory: new (...given: unknown[]) => WebAssemblyMemory }

/** Opens the library, and tells how much memory it has: a memory of WebAssembly never becomes smaller. */
const openWithMemory = async () => {
  const namespace = Reflect.get(globalThis, 'WebAssembly') as Namespace
  const { Memory } = namespace
  const made: WebAssemblyMemory[] = []
  namespace.Memory = class extends Memory {
    constructor(...given: unknown[]) {
      super(...given)
      made.push(this)
    }
  }
  const vips = await openVips().finally(() => {
    namespace.Memory = Memory
  })
  return { vips, bytes: () => made.map(({ buffer }) => buffer.byteLength) }
}

describe('an instance of the library that lives long', () => {
  it('leaves nothing of 200 photos behind', async () => {
    const { vips, bytes } = await openWithMemory()
    const photos = [await goodPicture({ width: 2000 }), await goodPicture({ width: 1200 })]
    const sent = (one: Uint8Array, more: Partial<typeof TERMS> = {}): SentPicture => ({
      ...{ bytes: one, type: 'image/jpeg' },
      terms: { ...TERMS, ...more },
    })
    const take = (round: number): string[] => [
      ...photos.map((photo) => outcome(decodePicture(vips, sent(photo)))),
      outcome(decodePicture(vips, sent(photos[round % 2] as Uint8Array, { sharpness: 1000 }))),
      outcome(decodePicture(vips, { bytes: squares(), type: 'image/png', terms: TERMS })),
    ]
    for (let round = 0; round < 5; round += 1) take(round)
    for (let round = 0; round < 50; round += 1) expect(take(round)).toEqual(['taken', 'taken', 'blurred', 'taken'])
    // A photo of 2000 by 1500 left behind is 9 MB, and 200 of them twice as much as this.
    expect(bytes().map((one) => one < MOST)).toEqual([true])
    await expect.poll(() => [vips.Stats.mem(), vips.Stats.allocations(), vips.Stats.files()]).toEqual([0, 0, 0])
  })

  it('stays within half of what its function has for what is within the terms, whatever it is, and leaves nothing behind', async () => {
    const { vips, bytes } = await openWithMemory()
    const taken = (await hostilePictures()).filter(({ expected }) => expected === 'taken')
    const takeAll = () => {
      for (const { bytes: one, type } of taken)
        expect(outcome(decodePicture(vips, { bytes: one, type, terms: TERMS }))).toBe('taken')
      return Math.max(...bytes())
    }
    expect(takeAll()).toBeLessThan(MOST)
    expect(takeAll()).toBeLessThan(MOST)
    await expect.poll(() => [vips.Stats.mem(), vips.Stats.allocations(), vips.Stats.files()]).toEqual([0, 0, 0])
  })

  it('reads no form but the two, whoever asks', async () => {
    const vips = await openVips()
    const others = (await hostilePictures()).filter(({ expected }) => expected === 'wrong_format')
    const whole = others.filter(({ name }) => /gif|webp|tiff|svg/.test(name))
    expect(whole.length).toBeGreaterThan(10)
    for (const { name, bytes } of whole) expect(() => vips.Image.newFromBuffer(bytes).delete(), name).toThrow()
    expect(() => vips.Image.gifloadBuffer(whole[0]?.bytes ?? '')).toThrow()
    expect(() => vips.Image.newFromFile('/etc/passwd')).toThrow()
  })
})
