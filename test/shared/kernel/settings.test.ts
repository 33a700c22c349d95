import { describe, expect, it } from 'vitest'
import { byName, list, moment, settingsFrom, text, WrongSetting, whole } from '../../../shared/kernel/settings.ts'

const table = {
  limits: { perDay: whole('pieces', 3, 30), lifeMs: whole('ms', 1000) },
  notice: text('one'),
  from: moment('2026-01-01T00:00:00Z'),
  channels: list(['a'], ['a', 'b']),
  cost: byName('fen', { x: 1 }),
}
const production = { sandbox: false }

describe('the settings of a table', () => {
  it('are the defaults where nothing is said', () => {
    const defaults = { limits: { perDay: 3, lifeMs: 1000 }, notice: 'one', channels: ['a'], cost: { x: 1 } }
    expect(settingsFrom(table, undefined, production)).toEqual({ ...defaults, from: '2026-01-01T00:00:00Z' })
    expect(settingsFrom(table, '{}', { sandbox: true }).limits).toEqual({ perDay: 30, lifeMs: 1000 })
  })
  it('are what an operator says, and the other members of a group stay', () => {
    const said = settingsFrom(table, '{"limits":{"perDay":0},"channels":[],"cost":{"y":2}}', { sandbox: true })
    expect(said).toMatchObject({ limits: { perDay: 0, lifeMs: 1000 }, channels: [], cost: { y: 2 } })
  })
  it('pass over what belongs to other tables, unless the table is all there is', () => {
    expect(settingsFrom(table, '{"other":{"a":1}}', production).notice).toBe('one')
    expect(() => settingsFrom(table, '{"other":1}', { ...production, whole: true })).toThrow(WrongSetting)
  })
  it('name the setting that is wrong, and never its value', () => {
    const wrong = '{"notice":12345}'
    expect(() => settingsFrom(table, wrong, production)).toThrow('notice must be a text')
    expect(() => settingsFrom(table, wrong, production)).not.toThrow('12345')
  })
})
