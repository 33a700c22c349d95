import { describe, expect, it } from 'vitest'
import { type Label, labelled, labelsOf, misread } from '../../../functions/documents/recognition/labels.ts'

const at = { x: 0, y: 0 }
const rowOf = (text: string) =>
  [{ text, begin: at, left: 0, height: 10 }] as unknown as Parameters<typeof labelled>[0][number]

const words: readonly (readonly [string, Label])[] = [
  ...Object.values(labelsOf).flatMap((labels) => labels.map((label) => [label, label] as const)),
  ...Object.entries(misread),
]

describe('X1 the labels of a card', () => {
  it.each(words)('%s is one, whatever stands behind it', (word, label) => {
    expect(labelled([rowOf(`${word}甲乙`)])).toMatchObject([{ label, value: '甲乙' }])
  })
})
