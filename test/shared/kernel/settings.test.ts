import { describe, expect, it } from 'vitest'
import { About } from '../../../shared/kernel/about.ts'
import {
  byName,
  list,
  moment,
  namedSettings,
  ofName,
  oneOf,
  settingsFrom,
  text,
  whole,
  yesOrNo,
} from '../../../shared/kernel/settings.ts'

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
    expect(settingsFrom([table], undefined, production)).toEqual({ ...defaults, from: '2026-01-01T00:00:00Z' })
    expect(settingsFrom([table], '{}', { sandbox: true }).limits).toEqual({ perDay: 30, lifeMs: 1000 })
  })
  it('are what an operator says, and the other members of a group stay', () => {
    const said = settingsFrom([table], '{"limits":{"perDay":0},"channels":[],"cost":{"y":2}}', { sandbox: true })
    expect(said).toMatchObject({ limits: { perDay: 0, lifeMs: 1000 }, channels: [], cost: { y: 2 } })
  })
  it('pass over what belongs to other tables, unless the table is all there is', () => {
    expect(settingsFrom([table], '{"other":{"a":1}}', production).notice).toBe('one')
    expect(settingsFrom([table], '{"limits":{"ofOthers":1}}', production).limits.perDay).toBe(3)
    for (const json of ['{"other":1}', '{"limits":{"ofOthers":1}}'])
      expect(() => settingsFrom([table], json, { ...production, whole: true })).toThrow(About)
  })
  it('are one group where two tables have parts of it, whatever else is said', () => {
    const other = { limits: { perHour: whole('pieces', 9) } }
    const said = settingsFrom([table, other], '{"limits":{"perHour":8}}', { ...production, whole: true })
    expect(said.limits).toEqual({ perDay: 3, perHour: 8, lifeMs: 1000 })
  })
  it('name the setting that is wrong, and never its value', () => {
    const said = { setting: 'SETTINGS', field: 'notice', wanted: 'a text' }
    expect(() => settingsFrom([table], '{"notice":12345}', production)).toThrow(
      expect.objectContaining({
        about: said,
        message: JSON.stringify(said),
        cause: new Error('notice must be a text'),
      }),
    )
  })
  it('name no name that nobody declared where it may be logged', () => {
    const of = { ...production, whole: true }
    const said = { setting: 'SETTINGS', wanted: 'a name in docs/settings.md' }
    expect(() => settingsFrom([table], '{"张三":1}', of)).toThrow(
      expect.objectContaining({ about: said, cause: new Error('张三 is no setting') }),
    )
    expect(() => settingsFrom([table], '{张三', of)).toThrow(
      expect.objectContaining({ about: { setting: 'SETTINGS', wanted: 'JSON' } }),
    )
  })
})

it('a number by name is that of the name, and of nothing that every object has', () => {
  expect(ofName({ x: 0 }, 'x')).toBe(0)
  expect(ofName({ x: 0 }, 'y')).toBeUndefined()
  expect(ofName({ x: 0 }, 'toString')).toBeUndefined()
})

describe('what a setting takes', () => {
  it('is yes or no as true or false alone', () => {
    const { accepts, byDefault } = yesOrNo(true)
    expect(byDefault).toBe(true)
    expect([true, false, 'true', 1, undefined].map(accepts)).toEqual([true, true, false, false, false])
  })

  const LARGEST = Number.MAX_SAFE_INTEGER
  it.each([
    ['a whole number from 0', whole('pieces', 1), [0, 1, LARGEST], [-1, 1.5, LARGEST + 1, '1', null, [], Number.NaN]],
    ['a text', text('a'), ['', 'b'], [1, null, true, ['a'], {}]],
    ['one of a, b', oneOf(['a', 'b'], 'a'), ['a', 'b'], ['c', '', 'A', 1, null, ['a'], 'toString']],
    [
      'a time such as 2026-11-20T12:00:00+08:00',
      moment('2026-01-01T00:00:00Z'),
      ['2026-11-20T12:00:00+08:00', '2026-11-20'],
      ['soon', '', 2026, null, ['2026-11-20']],
    ],
    ['a list of texts', list([]), [[], ['a'], ['a', 'b']], ['a', [1], ['a', 1], null, {}, { length: 0 }]],
    [
      'a list of a, c',
      list(['a'], ['a', 'c']),
      [[], ['a'], ['c', 'a']],
      ['a', ['b'], ['0'], ['d'], ['a', 'b'], [1], null],
    ],
    [
      'an object of whole numbers from 0',
      byName('fen', {}),
      [{}, { x: 0 }, { x: 1, y: 2 }],
      [{ x: -1 }, { x: 1, y: 'a' }, { y: 'a', x: 1 }, null, [], [1], '', 5, true],
    ],
  ])('%s', (range, setting, right, wrong) => {
    expect(setting.range).toBe(range)
    for (const value of right) expect([value, setting.accepts(value)]).toEqual([value, true])
    for (const value of wrong) expect([value, setting.accepts(value)]).toEqual([value, false])
  })

  it.each([5, null, [], 'a', true])('of a group is an object, and not %j', (value) => {
    const said = { setting: 'SETTINGS', field: 'limits', wanted: 'an object' }
    expect(() => settingsFrom([table], JSON.stringify({ limits: value }), production)).toThrow(
      expect.objectContaining({ about: said, cause: new Error('limits must be an object') }),
    )
  })

  it('has one name, with that of its group', () => {
    expect(namedSettings(table).map(([name, { byDefault }]) => [name, byDefault])).toEqual([
      ['limits.perDay', 3],
      ['limits.lifeMs', 1000],
      ['notice', 'one'],
      ['from', '2026-01-01T00:00:00Z'],
      ['channels', ['a']],
      ['cost', { x: 1 }],
    ])
  })
})
