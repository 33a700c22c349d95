import { describe, expect, it } from 'vitest'
import { idInUploadName, uploadName } from '../../functions/material/file-names.ts'

const ID = '0193a1b2c3d4e5f60718293a4b5c6d7e'

describe('the name of an upload', () => {
  it('leads back to the file it is of', () => {
    expect(uploadName(ID)).toBe(`in/${ID}`)
    expect(idInUploadName(uploadName(ID))).toBe(ID)
  })

  it.each([
    '',
    'in/',
    ID,
    `in/${ID}/`,
    `in/${ID}0`,
    `in//${ID}`,
    `kept/${ID}`,
    `/in/${ID}`,
    `in/${ID.toUpperCase()}`,
    'in/../x',
  ])('is of no other form: %j', (name) => {
    expect(idInUploadName(name)).toBeUndefined()
  })
})
