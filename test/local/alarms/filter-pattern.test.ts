import { describe, expect, it } from 'vitest'
import { fitsPattern } from '../../../local/alarms/filter-pattern.ts'

const alarm = { level: 'ERROR', alarm: true }
const fault = { level: 'ERROR' }
const note = { level: 'WARN', of: { kind: 'note', alarm: null } }
const lines = [alarm, fault, note, {}, 'no object', null]

describe('a pattern of a metric filter', () => {
  it.each([
    ['{ $.alarm IS TRUE }', [alarm]],
    ['{ $.of.alarm IS NULL }', [note]],
    ['{ $.alarm IS FALSE }', []],
    ['{$.level="ERROR"}', [alarm, fault]],
    ['{ $.level = "error" }', []],
    ['{ ($.level = "ERROR") && ($.alarm NOT EXISTS) }', [fault]],
    ['{ $.alarm IS TRUE || $.of.kind = "note" && $.level = "WARN" }', [alarm, note]],
    ['{ ($.alarm IS TRUE || $.of.kind = "note") && $.level = "WARN" }', [note]],
  ])('%s fits these lines and no others', (pattern, fitting) => {
    const fits = fitsPattern(pattern)
    expect(lines.filter((line) => fits?.(line))).toEqual(fitting)
  })

  it.each([
    ...['ERROR', '$.alarm IS TRUE', '{ $.alarm IS TRUE', '{ $.alarm IS TRUE } x', '{ $.alarm IS TRU }', '{ $.alarm }'],
    ...['{ alarm IS TRUE }', '{ $.level = ERROR }', '{ $.level = "E*" }', '{ $.level != "ERROR" }', '{ $.n >= 3 }'],
    ...['{ ($.alarm IS TRUE }', '{ $.alarm IS TRUE && }', '{ $.alarm IS TRUE $.a IS NULL }', '{}', '{ [a, b] }'],
  ])('%s is not read as something it may not be', (pattern) => {
    expect(fitsPattern(pattern)).toBeUndefined()
  })
})
