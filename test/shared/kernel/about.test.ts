import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { About, about, aboutOf, needsPeople } from '../../../shared/kernel/about.ts'

const SECRET = '张三 110101189001011234'

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('what a fault is about', () => {
  it('is told by the outermost, with what each cause adds', () => {
    const inner = { field: 'privateKey', wanted: 'PEM' }
    const error = thrownBy(() =>
      about({ secret: 'SECRET_X' }, () =>
        about(inner, () => {
          throw new Error(SECRET)
        }),
      ),
    )
    expect(aboutOf(error)).toEqual({ secret: 'SECRET_X', ...inner })
    expect(error).toMatchObject({ message: '{"secret":"SECRET_X","field":"privateKey","wanted":"PEM"}' })
  })

  it('names the fields a schema refused, and no value', () => {
    const schema = z.object({
      key: z.string(),
      at: z.array(z.object({ id: z.int() })),
      by: z.record(z.string(), z.int()),
    })
    const refused = thrownBy(() => z.parse(schema, { at: [{ id: 1 }, { id: SECRET }], by: { [SECRET]: SECRET } }))
    expect(new About({ secret: 'SECRET_X' }, refused).about).toEqual({
      secret: 'SECRET_X',
      fields: ['key', 'at.*.id', 'by.*'],
    })
  })

  it('is nothing of another error, whatever it carries', () => {
    for (const other of [undefined, 'About', new Error('x'), Object.assign(new Error('x'), { about: { a: SECRET } })]) {
      expect(aboutOf(other)).toBeUndefined()
    }
    expect(aboutOf({ name: 'About', about: { a: SECRET } })).toBeUndefined()
  })

  it('is asked for only when something is thrown', () => {
    expect(about({ vendor: 'x' }, () => 1)).toBe(1)
  })

  it('tells a name of a member as programmers give it, and no other', () => {
    const fieldOf = (part: unknown) => Object(new About({}, { issues: [{ path: [part] }] }).about).fields[0]
    for (const name of ['a', 'z', 'Z', 'a1', 'a_b', 'a'.repeat(31)]) expect(fieldOf(name)).toBe(name)
    for (const value of ['9a', '_a', '', '张三', 'a-b', ' a', 'a'.repeat(32), 0]) expect(fieldOf(value)).toBe('*')
    expect(new About({}, { issues: [{ path: 'a' }, {}] }).about).toEqual({ fields: ['', ''] })
  })

  it('is nothing of an error that has its name and says nothing', () => {
    expect(aboutOf(Object.assign(new Error('x'), { name: 'About' }))).toBeUndefined()
  })
})

it('people are needed where a fault says what is wrong, but not for what may be over in a moment, nor for a bug', () => {
  expect(needsPeople(new About({ secret: 'SECRET_X' }))).toBe(true)
  expect(needsPeople(new About({ secret: 'SECRET_X', passes: true }))).toBe(false)
  expect(needsPeople(new Error('x'))).toBe(false)
})
