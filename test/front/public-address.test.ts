import { describe, expect, it } from 'vitest'
import { isExampleAddress, isPublicAddress } from '../../functions/front/public-address.ts'

describe('an address that documents use', () => {
  it.each(['192.0.2.1', '198.51.100.255', '203.0.113.7', '2001:db8::7', '3fff::1'])('%s is nobody’s', (address) => {
    expect([isExampleAddress(address), isPublicAddress(address)]).toEqual([true, false])
  })

  it.each(['1.1.1.1', '203.0.114.1', '2001:db9::1', '2400:cb00::1'])('%s is somebody’s', (address) => {
    expect([isExampleAddress(address), isPublicAddress(address)]).toEqual([false, true])
  })

  it.each(['127.0.0.1', '10.0.0.1', '::1', 'fe80::1', 'x', ''])('%j is neither', (address) => {
    expect([isExampleAddress(address), isPublicAddress(address)]).toEqual([false, false])
  })
})
