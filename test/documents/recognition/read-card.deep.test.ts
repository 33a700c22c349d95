import { describe, expect, it } from 'vitest'
import { cardholders } from '../../documents/specimens/cardholders.ts'
import { conditionNames } from '../specimens/conditions.ts'
import { photoOf } from '../specimens/photos.ts'
import { inHouse, TODAY } from '../specimens/reader.ts'
import { rightOf, scored, unusable } from '../specimens/scoring.ts'

/** Neither the one that was tuned on nor the one that the bench counts by. */
const SEED = 7
const some = cardholders(SEED).slice(3, 6)

describe('X1 a photo of a specimen, as the models read it', () => {
  it.each(conditionNames)('%s: is read, or refused as what it is', async (condition) => {
    const right = []
    for (const [at, holder] of some.entries()) {
      const picture = await photoOf(holder, 'front', condition, SEED + at)
      const came = await inHouse.read({ picture, side: 'front', now: TODAY })
      if (unusable[condition]) expect(came).toMatchObject({ kind: 'refused', because: unusable[condition] })
      right.push(rightOf(came, holder, condition))
    }
    for (const field of ['idNumber', 'sex', 'birth'] as const)
      expect(
        right.map((one) => one[field]),
        field,
      ).toEqual(some.map(() => true))
    const all = right.flatMap((one) => scored.map((field) => one[field]))
    expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.85)
  })

  it('is read lying on either side, too', async () => {
    const [holder] = some
    if (!holder) throw new Error('nobody')
    const { drawing } = await import('../../../local/specimens/drawing.ts')
    const vips = await drawing()
    const upright = await photoOf(holder, 'front')
    for (const turn of ['rot90', 'rot270'] as const) {
      const picture = vips.Image.jpegloadBuffer(upright)[turn]().jpegsaveBuffer({ Q: 90 })
      expect(await inHouse.read({ picture, side: 'front', now: TODAY })).toMatchObject({
        kind: 'read',
        card: { idNumber: holder.idNumber, name: holder.name },
      })
    }
  })

  it('of the back says who issued it, and shows no front', async () => {
    for (const holder of some) {
      const picture = await photoOf(holder, 'back')
      expect(await inHouse.read({ picture, side: 'back', now: TODAY })).toMatchObject({
        card: { side: 'back', authority: holder.authority, validFrom: holder.validFrom },
      })
      expect(await inHouse.read({ picture, side: 'front', now: TODAY })).toMatchObject({ because: 'wrong_side' })
    }
  })

  it('hostile: bytes that are no picture are refused as that', async () => {
    for (const text of ['', 'not a picture', '\u00ff\u00d8\u00ff'])
      expect(await inHouse.read({ picture: Buffer.from(text, 'latin1'), side: 'front', now: TODAY })).toMatchObject({
        ...{ kind: 'refused', because: 'decode_failed' },
      })
  })
})
