import { holding } from '../../../functions/material/picture/open-vips.ts'
import type { Company } from '../../../functions/sandbox/register/companies.ts'
import { drawing } from '../../../local/specimens/drawing.ts'
import { textAt } from '../../../local/specimens/glyphs.ts'

/** px, as drawn. */
const PAPER = { width: 1600, height: 1130 }

const at = (text: string, x: number, y: number, size = 40): string =>
  `<g fill="#22252b">${textAt(text, x, y, size)}</g>`

const mark = (x: number, y: number): string =>
  `<g fill="#c0392b" opacity="0.25" transform="rotate(-14 ${x} ${y})">${textAt('测试样张 SPECIMEN', x, y, 60)}</g>`

/** The words of a business licence on a thing that nobody could take for one: no emblem, no seal, and what it is stands across it. */
export const licencePicture = async (of: Company): Promise<Uint8Array<ArrayBuffer>> => {
  const person = of.creditCode.startsWith('92') ? '经营者' : '法定代表人'
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1130" width="${PAPER.width}" height="${PAPER.height}">`,
    '<rect width="1600" height="1130" fill="#f4f0e4"/><rect x="30" y="30" width="1540" height="1070" fill="none" stroke="#b8860b" stroke-width="8"/>',
    ...[mark(120, 420), mark(900, 1040)],
    at('样本 SPECIMEN · 不作证明', 480, 150, 60),
    at(`统一社会信用代码：${of.creditCode}`, 120, 260),
    at(`名称：${of.name}`, 120, 380),
    at(`${person}：${of.legalRepresentative}`, 120, 500),
    at('成立日期：2018年09月25日', 120, 620),
    at('营业期限：2018年09月25日至长期', 120, 740),
    '</svg>',
  ].join('')
  const vips = await drawing()
  return new Uint8Array(
    holding((hold) => {
      const drawn = hold(vips.Image.svgloadBuffer(new TextEncoder().encode(svg)))
      return hold(drawn.flatten({ background: [255] })).jpegsaveBuffer({ Q: 90 })
    }),
  )
}
