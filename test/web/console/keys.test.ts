import { describe, expect, it } from 'vitest'
import { askedBy, rowAfter } from '../../../web/console/keys/keys.ts'

const pressed = (key: string, more: object = {}) => askedBy({ key, hasModifier: false, isTyping: false, ...more })

describe('single keys', () => {
  it('ask for another row, for something marked, or for the list of keys', () => {
    expect(pressed('j')).toEqual({ is: 'row', step: 1 })
    expect(pressed('k')).toEqual({ is: 'row', step: -1 })
    expect(pressed('a')).toEqual({ is: 'mark', mark: 'act' })
    expect(pressed('n')).toEqual({ is: 'mark', mark: 'next' })
    expect(pressed('/')).toEqual({ is: 'mark', mark: 'search' })
    expect(pressed('?')).toEqual({ is: 'help' })
  })

  it('ask for the papers, their pictures, and points by their numbers', () => {
    const marks = ['v', '+', '=', '-', '0', 'r', ',', '.', '1', '9'].map((key) => pressed(key))
    expect(marks.map((asked) => asked?.is === 'mark' && asked.mark)).toEqual([
      ...['look', 'closer', 'closer', 'further', 'fit', 'turn', 'picture-before', 'picture-after'],
      ...['point-1', 'point-9'],
    ])
  })

  it('are letters while somebody types, and the browser’s with a modifier', () => {
    for (const key of ['j', 'k', 'a', 'n', '/', '?', 'v', 'r', '+', '0', '5']) {
      expect(pressed(key, { isTyping: true }), key).toBeUndefined()
      expect(pressed(key, { hasModifier: true }), key).toBeUndefined()
    }
  })

  it('are no others, by whatever name', () => {
    for (const key of ['x', 'J', '10', 'Enter', 'toString', '__proto__']) expect(pressed(key), key).toBeUndefined()
  })
})

describe('going along rows', () => {
  it('begins at the end one comes from, and stays at the other', () => {
    expect([rowAfter(-1, 1, 3), rowAfter(-1, -1, 3)]).toEqual([0, 2])
    expect([rowAfter(0, 1, 3), rowAfter(2, 1, 3), rowAfter(0, -1, 3)]).toEqual([1, 2, 0])
  })
})
