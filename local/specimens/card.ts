import { holding, type Image, type Vips } from '../../functions/material/picture/open-vips.ts'
import type { Cardholder } from './cardholders.ts'
import { textAt } from './glyphs.ts'

// Specimens: the labels of an identity card, so that something can be read, on a thing that nobody could take for one. The figure is on the
// left and is nobody, there is no emblem, and what it is stands across all of it.

export type Side = 'front' | 'back'

/** px, as drawn. */
const CARD = { width: 1000, height: 630 }

const INK = '#22252b'
const LABEL = '#2d5f8b'

const label = (text: string, x: number, y: number): string => `<g fill="${LABEL}">${textAt(text, x, y, 32)}</g>`
const value = (text: string, x: number, y: number, size = 38): string =>
  `<g fill="${INK}">${textAt(text, x, y, size)}</g>`

/** Where marks stand: across the card, and on no value, which no mark on a real card makes unreadable either. */
const MARKS: Readonly<Record<Side, readonly (readonly [x: number, y: number, size: number])[]>> = {
  front: [
    [40, 330, 34],
    [715, 300, 36],
    [560, 520, 40],
    [40, 520, 40],
  ],
  back: [
    [40, 330, 40],
    [650, 300, 46],
    [660, 620, 36],
    [20, 625, 30],
  ],
}

const marks = (side: Side): string =>
  MARKS[side]
    .map(([x, y, size]) => `<g transform="rotate(-14 ${x} ${y})">${textAt('样本 SPECIMEN', x, y, size)}</g>`)
    .join('')

const paper = (side: Side, heading: string): string =>
  [
    `<rect width="1000" height="630" rx="28" fill="#eef3ea"/><rect width="1000" height="84" rx="28" fill="#d9c6df"/>`,
    `<g fill="#5b2f6b">${textAt(heading, 40, 56, 36)}</g>`,
    `<g fill="#c0392b" opacity="0.3">${marks(side)}</g>`,
  ].join('')

/** A figure that is nobody: a circle on a triangle. */
const FIGURE =
  '<rect x="48" y="130" width="210" height="270" fill="#cfd8dc"/><path d="M153 230L230 390H76Z" fill="#90a4ae"/><circle cx="153" cy="220" r="52" fill="#90a4ae"/>'

const LINE_LETTERS = 13

/** An address over as many lines as it takes. */
const linesOf = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / LINE_LETTERS) }, (_none, at) =>
    text.slice(at * LINE_LETTERS, (at + 1) * LINE_LETTERS),
  )

const X = 310
const VALUE_X = 400

const front = (of: Cardholder): string =>
  [
    paper('front', '样本 SPECIMEN · 虚构人物 不作证明'),
    FIGURE,
    label('姓名', X, 168),
    value(of.name, VALUE_X, 170, 44),
    label('性别', X, 238),
    value(of.sex, VALUE_X, 240),
    label('民族', 560, 238),
    value(of.nation, 650, 240),
    label('出生', X, 308),
    value(of.birth, VALUE_X, 310),
    label('住址', X, 378),
    ...linesOf(of.address).map((line, at) => value(line, VALUE_X, 380 + at * 50)),
    label('公民身份号码', 48, 573),
    value(of.idNumber, 300, 578, 64),
  ].join('')

const dotted = (day: string): string => `${day.slice(0, 4)}.${day.slice(4, 6)}.${day.slice(6)}`

const back = (of: Cardholder): string =>
  [
    paper('back', '样本 SPECIMEN · 虚构机关 不作证明'),
    `<path d="M420 150H580V310H420Z" fill="#cfd8dc"/><path d="M500 165L565 295H435Z" fill="#90a4ae"/>`,
    label('签发机关', 180, 438),
    value(of.authority, 350, 440),
    label('有效期限', 180, 518),
    value(`${dotted(of.validFrom)}-${of.validUntil ? dotted(of.validUntil) : '长期'}`, 350, 520),
  ].join('')

const faces = { front, back }

/** A side of a specimen as an image in memory, on white. Whoever asks lets go of it. */
export const drawnCard = (vips: Vips, of: Cardholder, side: Side): Image =>
  holding((hold) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 630" width="${CARD.width}" height="${CARD.height}">${faces[side](of)}</svg>`
    const drawn = hold(vips.Image.svgloadBuffer(new TextEncoder().encode(svg)))
    return hold(drawn.flatten({ background: [255] })).copyMemory()
  })
