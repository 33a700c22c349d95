import { describe, expect, it } from 'vitest'
import { numberGroups } from '../../../../web/console/papers/groups.ts'

describe('P10 the number of a document beside its picture', () => {
  it('stands in groups by how it is printed', () => {
    expect(numberGroups('11010118900228001X')).toEqual(['110101', '18900228', '001X'])
    expect(numberGroups('E1234567')).toEqual(['E', '1234', '567'])
    expect(numberGroups('H12345678')).toEqual(['H', '1234', '5678'])
    expect(numberGroups('USA110018900228')).toEqual(['USA', '1100', '1890', '0228'])
    expect(numberGroups('12345678')).toEqual(['1234', '5678'])
    expect(numberGroups('ABCDEF')).toEqual(['ABCDEF'])
  })

  it('is itself once its groups are put together, whatever stands in it', () => {
    for (const number of ['11010118900228001X', 'E1234567', '12A45B7', 'H12345678', '7', '', 'AB-12 34'])
      expect(numberGroups(number).join('')).toBe(number)
  })
})
