import type { CardSide } from '../../../functions/documents/recogniser.ts'
import type { Corners, Pixels } from '../../../functions/documents/recognition/geometry.ts'
import { judged } from '../../../functions/documents/recognition/judgement.ts'
import type { TextLine } from '../../../functions/documents/recognition/text-lines.ts'

/** A text as a reader would have found it: where it begins on the left and how high it stands, px; letters as wide as high. */
export const written = (
  text: string,
  x: number,
  y: number,
  more: { size?: number; confidence?: number } = {},
): TextLine => {
  const { size = 34, confidence = 0.99 } = more
  const wide = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? size * 0.55 : size), 0)
  const corners: Corners = [
    { x, y: y - size / 2 },
    { x: x + wide, y: y - size / 2 },
    { x: x + wide, y: y + size / 2 },
    { x, y: y + size / 2 },
  ]
  return { text, confidence, corners }
}

export type Front = Partial<Record<'name' | 'sex' | 'nation' | 'birth' | 'address' | 'number', string>>

/** A front as the specimens are laid out. */
export const frontOf = (of: Front = {}): TextLine[] => [
  written('姓名', 309, 157),
  written(of.name ?? '林知夏', 400, 157, { size: 44 }),
  written('性别', 309, 227),
  written(of.sex ?? '男', 400, 227),
  written('民族', 559, 227),
  written(of.nation ?? '汉', 650, 227),
  written('出生', 309, 297),
  written(of.birth ?? '1880年1月1日', 400, 297),
  written('住址', 309, 367),
  written(of.address ?? '云水省望江市东亭区采菊路1号', 400, 367),
  written('公民身份号码', 48, 562),
  written(of.number ?? '110101188001010011', 308, 556, { size: 60 }),
]

export const backOf = (of: { authority?: string; validity?: string } = {}): TextLine[] => [
  written('签发机关', 179, 427),
  written(of.authority ?? '望江市公安局', 352, 427),
  written('有效期限', 179, 507),
  written(of.validity ?? '2016.01.02-2036.01.02', 351, 507),
]

const SIZE = { width: 1000, height: 630 }

/** A picture of one colour. */
export const paper = (level = 230, { width, height } = SIZE): Pixels => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(level),
})

export const TODAY = Date.parse('2026-11-20T12:00:00+08:00')

/** What texts come to, in a word, or what was read. */
export const outcomeOf = (side: CardSide, lines: readonly TextLine[], pixels = paper(), now = TODAY) => {
  const came = judged(side, pixels, lines, now)
  return came.kind === 'read' ? came.card : came.because
}

/** The same texts elsewhere on a picture. */
export const moved = (lines: readonly TextLine[], x: number, y: number, scale = 1): TextLine[] =>
  lines.map((line) => ({
    ...line,
    corners: line.corners.map((point) => ({ x: point.x * scale + x, y: point.y * scale + y })) as unknown as Corners,
  }))
