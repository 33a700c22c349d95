import type { CardSide } from '../recogniser.ts'
import type { Point } from './geometry.ts'
import type { Row } from './text-lines.ts'

/** What is printed on a card beside each value. */
export const labelsOf = {
  front: ['姓名', '性别', '民族', '出生', '住址', '公民身份号码'],
  back: ['签发机关', '有效期限'],
} as const satisfies Record<CardSide, readonly string[]>

export type Label = (typeof labelsOf)[CardSide][number]

/** How a reader may take a label for something else; nothing here is a word that stands on a card otherwise. */
export const misread: Readonly<Record<string, Label>> = {
  性名: '姓名',
  姓各: '姓名',
  住扯: '住址',
  住趾: '住址',
  出主: '出生',
  民旅: '民族',
  公民身份号: '公民身份号码',
  签发机美: '签发机关',
  有效期跟: '有效期限',
}

/** Every one of them, a longer one before what it begins with. */
const LABEL =
  /(公民身份号码|公民身份号|签发机关|签发机美|有效期限|有效期跟|姓名|性别|民族|出生|住址|性名|姓各|住扯|住趾|出主|民旅)/u

const labelOf = (word: string): Label => misread[word] ?? (word as Label)

/** A label, what stands behind it in its row, and where it begins. `valueAt`: where that value begins, if it is a text of its own. */
export type Labelled = {
  label: Label
  value: string
  at: Point
  valueAt?: Point
  row: number
  left: number
  height: number
}

const BLANK = /\s/gu

/**
 * Whether a word is a label there and no part of a value: streets are called 民族路, so that behind 住址 only the number's label counts, and inside
 * of a text only one behind 性别.
 */
const isLabel = (word: string, isFirst: boolean, found: readonly Labelled[]): boolean => {
  if (!LABEL.test(word)) return false
  if (found.some(({ label }) => label === '住址')) return labelOf(word) === '公民身份号码' && isFirst
  return isFirst || found.at(-1)?.label === '性别'
}

/** Every label that was read, with its value, from above to below. Of one that is there twice the first counts. */
export const labelled = (rows: readonly Row[]): Labelled[] => {
  const found: Labelled[] = []
  for (const [nth, row] of rows.entries())
    for (const part of row)
      for (const [at, piece] of part.text.replace(BLANK, '').split(LABEL).filter(Boolean).entries()) {
        const last = found.at(-1)
        if (isLabel(piece, at === 0, found))
          found.push({
            label: labelOf(piece),
            value: '',
            at: part.begin,
            row: nth,
            left: part.left,
            height: part.height,
          })
        else if (last?.row === nth) {
          if (at === 0) last.valueAt ??= part.begin
          last.value += piece
        }
      }
  return found.filter(({ label }, at) => found.findIndex((other) => other.label === label) === at)
}
