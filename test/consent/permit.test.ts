import { describe, expect, it } from 'vitest'
import { type DataItem, demandPermit, disclosing, itemsOf } from '../../functions/consent/permit.ts'
import { NOON } from '../kit.ts'

const given = { id: 'c1', accountId: 'a1', purpose: 'identity_check', items: itemsOf.identity_check } as const
const handing = { id: 'd1', recipient: 'tencent_cloud', items: ['name', 'phone'], check: 'v1', at: NOON } as const

describe('what is handed on of somebody', () => {
  it('says who gets what, what for and because of which consent', () => {
    expect(disclosing(given, handing).disclosure).toEqual({
      id: 'd1',
      accountId: 'a1',
      consentId: 'c1',
      purpose: 'identity_check',
      recipient: 'tencent_cloud',
      items: ['name', 'phone'],
      check: 'v1',
      at: NOON,
    })
  })

  it('is never more than was agreed to', () => {
    const items: DataItem[] = ['name', 'bank_card']
    expect(() => disclosing(given, { ...handing, items })).toThrow('no consent to hand on bank_card')
  })
})

describe('a permit', () => {
  const { permit } = disclosing(given, handing)

  it('lets its recipient be sent its items, or fewer', () => {
    expect(() => demandPermit(permit, 'tencent_cloud', ['phone', 'name'])).not.toThrow()
    expect(() => demandPermit(permit, 'tencent_cloud', ['phone'])).not.toThrow()
  })

  it.each<[string, DataItem[]]>([
    ['alibaba_cloud', ['name', 'phone']],
    ['tencent_cloud', ['name', 'id_number']],
  ])('lets nobody else be sent them, nor anything else: %s %j', (recipient, items) => {
    expect(() => demandPermit(permit, recipient, items)).toThrow('no permit')
  })
})
