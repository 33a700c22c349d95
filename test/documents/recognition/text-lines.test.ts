import { describe, expect, it } from 'vitest'
import { turnedPoint } from '../../../functions/documents/recognition/geometry.ts'
import { overlooked } from '../../../functions/documents/recognition/overlooked.ts'
import { alongTheRest, rowsOf, type TextLine } from '../../../functions/documents/recognition/text-lines.ts'
import { frontOf, written } from './written.ts'

const turned = (line: TextLine, degrees: number): TextLine => ({
  ...line,
  corners: line.corners.map((point) => turnedPoint(point, degrees)) as unknown as TextLine['corners'],
})

const said = (lines: readonly TextLine[]): string[] => rowsOf(lines).map((row) => row.map(({ text }) => text).join(' '))

describe('texts of a card', () => {
  it.each([0, 4, 15, -20])('lie in the same rows when the picture is turned by %i degrees', (degrees) => {
    const lines = frontOf().map((line) => turned(line, degrees))
    expect(said(lines.toReversed())).toEqual([
      '姓名 林知夏',
      '性别 男 民族 汉',
      '出生 1880年1月1日',
      '住址 云水省望江市东亭区采菊路1号',
      '公民身份号码 110101188001010011',
    ])
  })

  it('are taken without marks that run across them', () => {
    const mark = turned(written('样本 SPECIMEN', 300, 200), -14)
    expect(alongTheRest([...frontOf(), mark])).toHaveLength(frontOf().length)
    expect(alongTheRest(frontOf().map((line) => turned(line, 15)))).toHaveLength(frontOf().length)
  })

  it('that were seen twice count once', () => {
    const row = [written('云', 396, 367), written('云水省望江市', 400, 367)]
    expect(said([written('住址', 309, 367), ...row])).toEqual(['住址 云水省望江市'])
    expect(said([written('民族路1', 400, 367), written('1号', 510, 367)])).toEqual(['民族路 1号'])
    expect(said([written('民族路1', 400, 367), written('1号', 620, 367)])).toEqual(['民族路1 1号'])
  })

  it('that are missing behind a short label are looked for', () => {
    const without = (text: string) => frontOf().filter((line) => line.text !== text)
    expect(overlooked(frontOf())).toEqual([])
    for (const text of ['汉', '男']) {
      const [place, ...others] = overlooked(without(text))
      expect(others).toEqual([])
      const there = frontOf().find((line) => line.text === text)?.corners ?? []
      for (const { x, y } of there) {
        expect(x).toBeGreaterThan(Math.min(...(place ?? []).map((one) => one.x)) - 1)
        expect(x).toBeLessThan(Math.max(...(place ?? []).map((one) => one.x)) + 1)
        expect(Math.abs(y - 227)).toBeLessThan(40)
      }
    }
    expect(overlooked(without('林知夏'))).toEqual([])
  })
})
