import { describe, expect, it } from 'vitest'
import { itemsOf } from '../../functions/consent/permit.ts'
import { levelOf, waysUp } from '../../functions/evidence/level.ts'
import { itemsAsked } from '../../functions/verification/check/checker.ts'
import { methodNamed, methods, openMethods, openWays, sourceProvenBy } from '../../functions/verification/methods.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

describe('X3 the ways to prove who one is', () => {
  it('are open to users one by one; today the carriers alone', () => {
    expect(openMethods).toEqual(['carrier_three_element'])
  })

  it.each(openMethods)('%s hands on only what the user gives, and what the consent to it covers', (name) => {
    const { question, gives } = methodNamed(name)
    for (const item of itemsAsked(question)) {
      expect(gives).toContain(item)
      expect(itemsOf.identity_check).toContain(item)
    }
  })

  it('prove sources that lead to every level together, and a possession where one is begun with', () => {
    const proofs = Object.values(methods).map(({ proves }) => ({ ...proves, at: NOON }))
    expect(levelOf(proofs, NOON)).toEqual({ level: 4 })
    for (const name of openMethods) expect(methods[name].proves.possession).toBe(true)
  })

  it('show that whoever takes them is the person, but for a picture of a document that anybody may hold', () => {
    const without = Object.values(methods).filter(({ proves }) => !proves.possession)
    expect(without).toEqual([methods.id_document])
    expect(methods.net_id.proves.validForMs).toBe(365 * DAY)
  })

  it('lead up only where each source of a way has one that is open', () => {
    expect(openWays([['carrier'], ['bank'], ['carrier', 'document']])).toEqual([['carrier_three_element']])
    expect(openWays(waysUp([], NOON))).toEqual([['carrier_three_element']])
    expect(sourceProvenBy(methods.face)).toBe('police')
  })
})
