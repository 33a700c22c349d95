import { describe, expect, it } from 'vitest'
import { withReason } from '../../../web/console/deed/with-reason.ts'

const usual = ['The user called', "The user's card is closed"]

describe('a usual reason that is chosen', () => {
  it.each([
    ['stands alone where nothing was typed', ' ', usual[1], usual[1]],
    ['takes the place of another that was chosen', usual[0], usual[1], usual[1]],
    ['comes after what was typed, and takes none of it', 'bank slip 0042', usual[1], `bank slip 0042 ${usual[1]}`],
    ['is not put twice', `bank slip 0042 ${usual[1]}`, usual[1], `bank slip 0042 ${usual[1]}`],
  ])('%s', (_, typed = '', chosen = '', became) => {
    expect(withReason(typed, chosen, usual)).toBe(became)
  })
})
