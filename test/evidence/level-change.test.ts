import { describe, expect, it } from 'vitest'
import type { EvidenceKind, Proof } from '../../functions/evidence/evidence.ts'
import { lastFall, levelCauses, levelChange } from '../../functions/evidence/level-change.ts'
import { levelLetter } from '../../functions/evidence/level-letters.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

const of = (kind: EvidenceKind, more: Partial<Proof> = {}): Proof => ({ kind, at: NOON, possession: true, ...more })
const carrier = of('carrier_three_element')
const document = of('id_document', { possession: false })

describe('X3 a level that is told', () => {
  it('is told where it is another than was told last, and otherwise not', () => {
    expect(levelChange(0, [carrier], NOON, 'proven')).toEqual({ from: 0, to: 1, because: 'proven' })
    expect(levelChange(1, [carrier], NOON, 'proven')).toBeUndefined()
    expect(levelChange(1, [carrier, of('face')], NOON, 'proven')).toBeUndefined()
    expect(levelChange(1, [], NOON, 'cleared')).toEqual({ from: 1, to: 0, because: 'cleared' })
    expect(levelChange(0, [], NOON, 'cleared')).toBeUndefined()
  })

  it('falls by what ended, also where something is proven before that end was told', () => {
    const face = of('face', { validUntil: NOON })
    expect(levelChange(3, [carrier, document, face], NOON, 'proven')).toEqual({ from: 3, to: 2, because: 'expired' })
  })

  it('was lowered last by whatever ended last and mattered', () => {
    expect(lastFall([carrier, document], NOON)).toBeUndefined()
    expect(lastFall([carrier, of('face', { validUntil: NOON - 1 })], NOON)).toBeUndefined()
    const face = of('face', { at: NOON - 9 * DAY, validUntil: NOON - DAY })
    const fell = { at: NOON - DAY, from: 3, to: 2, proof: face }
    expect(lastFall([carrier, document, face], NOON)).toEqual(fell)
    expect(lastFall([carrier, document, face], NOON - DAY)).toEqual(fell)
    expect(lastFall([carrier, document, face], NOON - DAY - 1)).toBeUndefined()
    const recycled = of('carrier_three_element', { validUntil: NOON, ended: 'number_recycled' })
    expect(lastFall([recycled, document, face], NOON)).toEqual({ at: NOON, from: 2, to: 0, proof: recycled })
  })
})

describe('X3 the letter about a level', () => {
  it('says from where to where and where to look, and of a level that fell why and that it can rise again', () => {
    const page = 'https://shiming.test/level'
    const raised = levelLetter({ from: 1, to: 3, because: 'proven' }, 'https://shiming.test')
    expect(raised.title).toBe('实名等级已提升 / Your level was raised')
    expect(raised.content).toContain(`由 1 级（基本）升为 3 级（高），需要该等级的功能现在可以使用。`)
    for (const because of levelCauses.filter((one) => one !== 'proven')) {
      const { title, content } = levelLetter({ from: 2, to: 0, because }, 'https://shiming.test')
      expect(title).toBe('实名等级已降低 / Your level was lowered')
      const [zh = '', en = ''] = content.split('\n\n')
      expect(zh).toMatch(/由 2 级（有证件）降为 0 级（无），原因：[^。]{6,}。/)
      expect(en).toMatch(/fell from 2 \(documented\) to 0 \(none\), as [a-z ]{20,}\./)
      expect([zh.includes(page), en.includes(page)]).toEqual([true, true])
    }
  })
})
