import { expect, it } from 'vitest'
import { namedVendors } from '../../../functions/verification/submission/given-consent.ts'
import { NOON } from '../../kit.ts'

const vendors = [{ name: 'one' }, { name: 'other' }]
const named = (recipients?: string[]) =>
  namedVendors({ consent: { notice: '1', agreedAt: NOON, ...(recipients && { recipients }) } }, vendors)

it('M7 only a vendor that was named to who agreed may be asked; a consent of before names nobody and restricts nobody', () => {
  expect(named(['other'])).toEqual([{ name: 'other' }])
  expect(named([])).toEqual([])
  expect(named()).toEqual(vendors)
})
