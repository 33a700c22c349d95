import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tones } from '../../web/console/plots/plot.ts'

const sheet = (path: string): string => readFileSync(join(import.meta.dirname, '../../web', path), 'utf8')
const sheets = ['shared/style/tokens.css', 'console/style/plots.css'].map(sheet)

/** The colours a rule of the style sheets sets, by name. */
const coloursIn = (selector: string): Record<string, string> => {
  const rule = sheets
    .map((css) => {
      const at = css.indexOf(`${selector} {`)
      if (at < 0) throw new Error(`no rule of ${selector}`)
      return css.slice(at, css.indexOf('}', at))
    })
    .join()
  return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))
}

/** WCAG 2.2: relative luminance. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** What is written on what, as the style sheets have it. */
const written = [
  ...['ground', 'surface', 'sunken', 'main-soft'].flatMap((on) => [
    ['ink', on],
    ['ink-soft', on],
  ]),
  ['main', 'surface'],
  ['main', 'ground'],
  ['on-main', 'main'],
  ['on-main', 'main-press'],
  ['danger', 'surface'],
  ['surface', 'danger'],
  ...['danger', 'warn', 'good', 'info'].map((tone) => [tone, `${tone}-soft`]),
] as const
/** Edges that tell where a control is, and what has the focus. */
const drawn = [
  ['line-strong', 'surface'],
  ['line-strong', 'ground'],
  ['focus', 'surface'],
  ['focus', 'ground'],
  ['main', 'main-soft'],
  ...tones.map((tone) => [`tone-${tone}`, 'surface'] as const),
] as const

const light = coloursIn(':root')
const themes = { light, dark: { ...light, ...coloursIn(':root[data-theme="dark"]') } }

describe.each(Object.entries(themes))('colours, %s', (_name, colours) => {
  const between = (one: string, other: string): number => contrast(colours[one] ?? '', colours[other] ?? '')

  it('let all text be read: 4.5 to 1', () => {
    for (const [text, on] of written)
      expect(between(String(text), String(on)), `${text} on ${on}`).toBeGreaterThanOrEqual(4.5)
  })

  it('let controls and the focus be seen: 3 to 1', () => {
    for (const [edge, on] of drawn) expect(between(edge, on), `${edge} on ${on}`).toBeGreaterThanOrEqual(3)
  })
})

it('reckons contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#ffffff', '#1677ff')).toBeCloseTo(4.1, 1)
})
