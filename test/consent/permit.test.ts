import { describe, expect, it } from 'vitest'
import {
  type DataItem,
  dataItems,
  demandPermit,
  disclosing,
  itemsOf,
  mailed,
  mailRequested,
  requested,
  texted,
} from '../../functions/consent/permit.ts'
import { NOON } from '../kit.ts'

const given = {
  id: 'c1',
  accountId: 'a1',
  purpose: 'identity_check',
  items: itemsOf.identity_check,
  notice: '2026-11',
} as const
const handing = { id: 'd1', recipient: 'tencent_cloud', items: ['name', 'phone'], check: 'v1', at: NOON } as const

describe('what is handed on of somebody', () => {
  it('says who gets what, what for and because of which consent', () => {
    expect(disclosing(given, handing).disclosure).toEqual({
      id: 'd1',
      accountId: 'a1',
      basis: 'consent',
      consentId: 'c1',
      notice: '2026-11',
      purpose: 'identity_check',
      recipient: 'tencent_cloud',
      items: ['name', 'phone'],
      check: 'v1',
      at: NOON,
      outcome: 'possibly_sent',
    })
  })

  it('is never more than was agreed to', () => {
    const items: DataItem[] = ['name', 'bank_card']
    expect(() => disclosing(given, { ...handing, items })).toThrow('no consent to hand on bank_card')
  })
})

describe('a consent that names whom it is for', () => {
  it('is none for others', () => {
    const named = { ...given, recipients: ['alibaba_cloud'] }
    expect(() => disclosing(named, handing)).toThrow('no consent to hand on anything to tencent_cloud')
    expect(disclosing(named, { ...handing, recipient: 'alibaba_cloud' }).disclosure.recipient).toBe('alibaba_cloud')
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
    ['tencent_cloud_too', ['name', 'phone']],
    ['tencent_cloud', ['name', 'id_number']],
  ])('lets nobody else be sent them, nor anything else: %s %j', (recipient, items) => {
    expect(() => demandPermit(permit, recipient, items)).toThrow('no permit')
  })
})

describe('a permit for a text that somebody asks for', () => {
  const permit = requested({ vendor: 'tencent_cloud' })

  it('is for a number alone, and needs no consent', () => {
    expect(() => demandPermit(permit, 'tencent_cloud', ['phone'])).not.toThrow()
    expect(texted({ id: 'd1', vendor: 'tencent_cloud', at: NOON }, 'a1', 'possibly_sent')).toEqual({
      id: 'd1',
      accountId: 'a1',
      basis: 'requested',
      purpose: 'sms_code',
      recipient: 'tencent_cloud',
      items: ['phone'],
      at: NOON,
      outcome: 'possibly_sent',
    })
  })

  it.each(dataItems.filter((item) => item !== 'phone'))('lets nobody be sent a %s', (item) => {
    expect(() => demandPermit(permit, 'tencent_cloud', ['phone', item])).toThrow('no permit')
  })
})

describe('a permit for an e-mail that somebody asks for', () => {
  const permit = mailRequested({ vendor: 'tencent_cloud' })

  it('is for an address alone, and needs no consent', () => {
    expect(() => demandPermit(permit, 'tencent_cloud', ['email'])).not.toThrow()
    expect(mailed({ id: 'd1', vendor: 'tencent_cloud', at: NOON }, 'a1', 'possibly_sent')).toMatchObject({
      basis: 'requested',
      purpose: 'email_code',
      items: ['email'],
    })
  })

  it.each(dataItems.filter((item) => item !== 'email'))('lets nobody be sent a %s', (item) => {
    expect(() => demandPermit(permit, 'tencent_cloud', [item])).toThrow('no permit')
  })
})
