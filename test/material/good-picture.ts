import { holding, type Image, type Vips } from '../../functions/material/picture/open-vips.ts'
import { type Person, people } from '../../functions/sandbox/people.ts'
import { drawing } from '../../local/specimens/drawing.ts'
import { textAt } from '../../local/specimens/glyphs.ts'
import { drawnSvg } from '../material/drawn-svg.ts'

/** What is shown. `width`: px, the height is three quarters of it. */
type Page = { person: Person; width: number }

const INK = '#1d2b53'

const row = (label: string, value: string, at: number): string =>
  [
    `<path d="M520 ${at + 24}H1480" stroke="#b9a36a" stroke-width="2"/>`,
    `<g fill="#7a6a3a">${textAt(label, 520, at, 34)}</g><g fill="${INK}">${textAt(value, 760, at, 48)}</g>`,
  ].join('')

/** A figure that is nobody: a circle on a triangle, in a hexagon. */
const FIGURE = [
  '<path d="M110 540L270 448L430 540V760L270 852L110 760Z" fill="#d7e6df" stroke="#4d7c6a" stroke-width="6"/>',
  '<path d="M270 600L380 780H160Z" fill="#4d7c6a"/><circle cx="270" cy="580" r="62" fill="#4d7c6a"/>',
].join('')

const marks = (): string =>
  [250, 650, 1050]
    .flatMap((y) =>
      [40, 620, 1200].map((x) => `<g transform="rotate(-24 ${x} ${y})">${textAt('样张 SPECIMEN', x, y, 72)}</g>`),
    )
    .join('')

/** A page as no authority issues one: its own layout, a figure that is nobody, and what it is written all over it. */
const pageOf = ({ name, idNumber, phone }: Person): string =>
  [
    '<rect width="1600" height="1200" fill="#8d9aa3"/><rect x="50" y="50" width="1500" height="1100" rx="60" fill="#fbf3d9"/>',
    '<path d="m50 300H1550M470 300V1040M50 1040H1550" stroke="#b9a36a" stroke-width="5"/>',
    `<g fill="#8a2f2f">${textAt('虚构样页 · 不是证件', 110, 190, 92)}</g>`,
    `<g fill="#7a6a3a">${textAt('Made up for tests. Nobody is called so, and no number belongs to anybody.', 112, 258, 36)}</g>`,
    FIGURE,
    row('称呼 Name', name, 420),
    row('样号 Number', idNumber, 560),
    row('电话 Phone', phone, 700),
    row('用途 Purpose', '测试图片处理', 840),
    row('效力 Validity', '无 None', 980),
    `<g fill="${INK}">${textAt('ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789', 110, 1112, 40)}</g>`,
    `<g fill="#c0392b" opacity="0.22">${marks()}</g>`,
  ].join('')

/** The page as an image in memory. Whoever asks lets go of it. */
export const drawnPage = (vips: Vips, { person, width }: Page): Image =>
  drawnSvg(vips, width, Math.round((width * 3) / 4), pageOf(person))

export const [anybody] = people as [Person, ...Person[]]

/** A photo-like JPEG that is taken: a made-up, watermarked page about somebody of the catalogue of test people. */
export const goodPicture = async (page: Partial<Page> = {}): Promise<Uint8Array> => {
  const vips = await drawing()
  return holding((hold) => hold(drawnPage(vips, { person: anybody, width: 1600, ...page })).jpegsaveBuffer({ Q: 90 }))
}
