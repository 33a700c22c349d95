import type { Expected, Unit } from '../kernel/expected.ts'
import type { Language } from '../kernel/language.ts'

type Range = { least?: number; most?: number }

/** How a language says what a field should be. `undefined` ranges and units are not said. */
type Grammar = {
  between: string
  /** Between sentences. */
  blank: string
  nouns: Readonly<Record<NonNullable<Expected['type']>, string>>
  units: Readonly<Record<Unit, string>>
  oneOf: (values: string, many: boolean) => string
  examples: (values: string) => string
  characters: (these: string) => string
  fields: (names: string, noun: string | undefined) => string
  exactlyOne: (names: string) => string
  number: (noun: string | undefined, range: Range | undefined, unit: string | undefined) => string
  sized: (noun: string, range: Range | undefined, of: 'characters' | 'items') => string
  end: string
}

/** With the blank that stands between Chinese and digits. */
const zhRange = ({ least, most }: Range, of = ''): string => {
  if (least === undefined) return `不超过 ${most}${of}`
  if (most === undefined) return `不少于 ${least}${of}`
  return least === most ? ` ${least}${of}` : ` ${least} 到 ${most}${of}`
}

const zh: Grammar = {
  between: '、',
  blank: '',
  nouns: { string: '文本', integer: '整数', number: '数字', boolean: ' true 或 false', array: '列表', object: '对象' },
  units: { fen: '分', points: '积分', ms: '毫秒', bytes: '字节', year: '年' },
  oneOf: (values, many) => (many ? `应为以下之一：${values}` : `应为 ${values}`),
  examples: (values) => `例如：${values}`,
  characters: (these) => `只含：${these}`,
  exactlyOne: (names) => `应恰好有其中一项：${names}`,
  fields: (names, noun) => (noun ? `应为${noun}，字段有：${names}` : `可用的字段：${names}`),
  number: (noun, range, unit) =>
    `应为${range ? zhRange(range) : ''}${range && noun ? ' 的' : ''}${noun ?? ''}${unit ? `，单位：${unit}` : ''}`,
  sized: (noun, range, of) => `应为${range ? `${zhRange(range, of === 'items' ? ' 项' : ' 个字符')}的` : ''}${noun}`,
  end: '。',
}

const enRange = ({ least, most }: Range): string => {
  if (least === undefined) return `at most ${most}`
  if (most === undefined) return `at least ${least}`
  return least === most ? `${least}` : `${least} to ${most}`
}

const en: Grammar = {
  between: ', ',
  blank: ' ',
  nouns: {
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  },
  units: { fen: 'fen', points: 'points', ms: 'milliseconds', bytes: 'bytes', year: 'years' },
  oneOf: (values, many) => (many ? `It must be one of: ${values}` : `It must be ${values}`),
  examples: (values) => `For example: ${values}`,
  characters: (these) => `Only these characters: ${these}`,
  exactlyOne: (names) => `It must have exactly one of: ${names}`,
  fields: (names, noun) => (noun ? `It must be ${noun} with the fields ${names}` : `The fields are ${names}`),
  number: (noun, range, unit) =>
    `It must be ${noun ?? ''}${noun && range ? ', ' : ''}${range ? enRange(range) : ''}${unit ? `, in ${unit}` : ''}`,
  sized: (noun, range, of) => `It must be ${noun}${range ? ` of ${enRange(range)} ${of}` : ''}`,
  end: '.',
}

const rangeOf = (least: number | undefined, most: number | undefined): Range | undefined =>
  least === undefined && most === undefined ? undefined : { least, most }

const sizeIn = (expected: Expected, { nouns, units, number, sized }: Grammar): string | undefined => {
  const { type, unit, minimum, maximum, minLength, maxLength, minItems, maxItems } = expected
  const range = rangeOf(minimum, maximum)
  if (range || type === 'integer' || type === 'number') return number(type && nouns[type], range, unit && units[unit])
  if (type === 'array') return sized(nouns.array, rangeOf(minItems, maxItems), 'items')
  return type && sized(nouns[type], rangeOf(minLength, maxLength), 'characters')
}

const shapeIn = (expected: Expected, grammar: Grammar): string | undefined => {
  const { enum: values, exactlyOne, type, properties } = expected
  const listed = (names: readonly unknown[]): string => names.map(String).join(grammar.between)
  if (values) return grammar.oneOf(listed(values), values.length > 1)
  if (exactlyOne) return grammar.exactlyOne(listed(exactlyOne))
  if (properties) return grammar.fields(listed(properties), type && grammar.nouns[type])
  return sizeIn(expected, grammar)
}

/** What a field should have been, in sentences; empty where nothing more is known. */
export const expectedText = (expected: Expected, language: Language): string => {
  const grammar = { zh, en }[language]
  const { characters, examples } = expected
  return [
    shapeIn(expected, grammar),
    characters && grammar.characters(characters),
    examples && grammar.examples(examples.join(grammar.between)),
  ]
    .filter((said) => said !== undefined)
    .map((said) => `${said}${grammar.end}`)
    .join(grammar.blank)
}
