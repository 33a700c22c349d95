import { writtenDay } from './dates.ts'
import type { Label, Labelled } from './labels.ts'
import { nations } from './nations.ts'
import type { Row } from './text-lines.ts'

/** What stands on a front beside the number, as it was read. */
export type FrontFields = { name?: string; sex?: 'female' | 'male'; nation?: string; birth?: string; address?: string }

const valueBeside = (labels: readonly Labelled[], label: Label): string | undefined =>
  labels.find((one) => one.label === label)?.value || undefined

const sexes: Readonly<Record<string, 'female' | 'male'>> = { 男: 'male', 女: 'female' }

/** Names are of letters; what else stands in that row is a mark on the card. Of two characters one may be missing. */
const NAME = /^[\p{Script=Han}〇·•・.]{1,50}/u

/** In heights of its label: so far to the right of it an address goes on in further rows. */
const INDENT = 1

/** The rows below a label that go on with its value, up to the number's row. */
const continuing = (rows: readonly Row[], labels: readonly Labelled[], of: Labelled): string => {
  const end = labels.find(({ label }) => label === '公民身份号码')?.row ?? rows.length
  return rows
    .slice(of.row + 1, end)
    .map((row) => row.filter(({ left }) => left > of.left + INDENT * of.height))
    .filter((row) => row.every(({ text }) => text.replace(/\s/gu, '').length > 0 && !/^\d{12,}/u.test(text)))
    .map((row) => row.map(({ text }) => text).join(''))
    .join('')
}

const addressIn = (rows: readonly Row[], labels: readonly Labelled[]): string | undefined => {
  const label = labels.find((one) => one.label === '住址')
  if (!label?.value) return undefined
  return `${label.value}${continuing(rows, labels, label)}`.replace(/\s/gu, '')
}

/** The texts of a front as they were read, empty where none was; `birth`: YYYYMMDD. */
export type FrontTexts = Record<'name' | 'sex' | 'nation' | 'birth' | 'address', string | undefined>

/** What they say; what is not of the form that it has on cards counts as not read. */
export const fieldsIn = (of: FrontTexts): FrontFields => {
  const [name] = NAME.exec(of.name ?? '') ?? []
  const sex = sexes[(of.sex ?? '').charAt(0)]
  const { nation, birth, address } = of
  return {
    ...(name && { name }),
    ...(sex && { sex }),
    ...(nation && nations.has(nation) && { nation }),
    ...(birth && { birth }),
    ...(address && { address }),
  }
}

/** What its labels say of a front. */
export const frontFields = (rows: readonly Row[], labels: readonly Labelled[]): FrontFields =>
  fieldsIn({
    name: valueBeside(labels, '姓名'),
    sex: valueBeside(labels, '性别'),
    nation: valueBeside(labels, '民族'),
    birth: writtenDay(valueBeside(labels, '出生') ?? ''),
    address: addressIn(rows, labels),
  })
