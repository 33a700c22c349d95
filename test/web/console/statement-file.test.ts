import { describe, expect, it } from 'vitest'
import { fileFault, rowsIn } from '../../../web/console/statements/chosen.ts'

describe('a statement that was chosen', () => {
  it('has as many rows as lines below its headings', () => {
    expect([rowsIn('a,b\n1,2\n\n3,4\n'), rowsIn('a,b'), rowsIn('')]).toEqual([2, 0, 0])
  })

  it('is not offered for import where it is no text, or has no rows', () => {
    expect(fileFault('PK\u0003\u0004\0\0\nx\ny')).toBe('fileNotText')
    expect([fileFault('requestId\n'), fileFault('')]).toEqual(['fileEmpty', 'fileEmpty'])
    expect(fileFault('requestId\nx')).toBeUndefined()
  })
})
